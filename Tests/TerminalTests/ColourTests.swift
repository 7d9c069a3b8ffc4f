import Foundation
import Testing
import Typesetting

@testable import Terminal

/// Whether what the themes show can be read (WCAG 2.2, AA).
@Suite struct ColourTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../themes")

  private static func theme(_ name: String) throws -> Theme {
    try Theme(
      name: name, toml: String(contentsOf: folder.appendingPathComponent(name + ".toml"), encoding: .utf8))
  }

  private static let names = ["dark", "light", "high-contrast", "plain", "monochrome"]

  @Test func `Every theme is looked at`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files) == Set(Self.names.map { $0 + ".toml" } + ["keymap.toml"]))
  }

  @Test(arguments: names, [8, 16, 256])
  func `Each ink stands out from the backgrounds that its theme is for`(name: String, colours: Int) throws {
    let theme = try Self.theme(name)
    for background in theme.background.map({ [$0] }) ?? Background.allCases {
      for ink in Ink.allCases {
        let paint = theme[ink, on: background]
        guard let front = paint.foreground else { continue }
        if let back = paint.background {
          let pair = Colour.xterm(front.index(asBackground: colours)).contrast(
            with: Colour.xterm(back.index(asBackground: colours)))
          #expect(pair >= ink.leastContrast, "\(name), \(ink): \(pair)")
          continue
        }
        let index = front.index(colours: colours, on: background, contrast: ink.leastContrast)
        let contrast = Colour.contrast(index, on: background)
        #expect(contrast >= ink.leastContrast, "\(name), \(ink) on \(background): \(contrast)")
      }
    }
  }

  @Test(arguments: [("dark", ["#1e1e1e", "#282c34"]), ("light", ["#fdf6e3", "#eeeeee"])])
  func `So they do on the backgrounds that people have`(name: String, backgrounds: [String]) throws {
    let theme = try Self.theme(name)
    for ink in Ink.allCases {
      guard let front = theme[ink, on: theme.background].foreground else { continue }
      let light = Colour.xterm(front.index(colours: 256, on: theme.background, contrast: 4.5))
      for text in backgrounds {
        guard case .rgb(let red, let green, let blue) = try #require(Colour(text)) else { continue }
        let contrast = light.contrast(with: Light(red, green, blue))
        #expect(contrast >= ink.leastContrast, "\(name), \(ink) on \(text): \(contrast)")
      }
    }
  }

  @Test(arguments: ["plain", "high-contrast", "monochrome"])
  func `Where nobody knows the background, only the terminal's own colours are used`(name: String) throws {
    let theme = try Self.theme(name)
    for ink in Ink.allCases {
      #expect(theme[ink].foreground == nil && theme[ink].background == nil, "\(name), \(ink)")
    }
    // What somebody chose is not lost.
    #expect(theme[.marker].isBold && theme[.selection].isReversed)
  }

  @Test func `Contrasts are those of the recommendation`() {
    #expect(Light(0, 0, 0).contrast(with: Light(255, 255, 255)) == 21)
    // The examples of WCAG's own tools: #767676 is the lightest grey for text on white.
    #expect(Light(118, 118, 118).contrast(with: Light(255, 255, 255)) >= 4.5)
    #expect(Light(119, 119, 119).contrast(with: Light(255, 255, 255)) < 4.5)
  }

  @Test(arguments: [
    ("15;0", Background.dark), ("0;15", .light), ("0;default;15", .light), ("7;8", .dark), ("0;7", .light),
    ("default;default", nil), ("", nil), ("15;99", nil),
  ])
  func `What the environment says of a background`(text: String, background: Background?) {
    #expect(Background(colorfgbg: text) == background)
  }

  @Test func `A colour is dark where white can be read on it better than black`() {
    #expect(Background(red: 0, green: 0, blue: 0) == .dark)
    #expect(Background(red: 0xFD, green: 0xF6, blue: 0xE3) == .light)
    #expect(Background(red: 0x30, green: 0x0A, blue: 0x24) == .dark)
    #expect(Background(red: 117, green: 117, blue: 117) == .dark)
    #expect(Background(red: 118, green: 118, blue: 118) == .light)
  }
}
