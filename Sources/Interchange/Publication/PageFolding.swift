import Foundation
import Model

/// What a page has to know to find words as the program's own search does. It is asked of `Folding` itself, sign by
/// sign: what that learns, the pages of the next release know.
///
/// A page takes a text apart (NFKD, UAX #15) and makes each of its signs small, as any browser can; what `Folding` does
/// beyond that stands here.
enum PageFolding {
  /// What signs become that are not left as they are; many become nothing.
  static let folds: [(sign: Unicode.Scalar, text: String)] = signs.compactMap { sign in
    let text = String(sign)
    guard text.decomposedStringWithCompatibilityMapping.unicodeScalars.elementsEqual([sign]),
      text.lowercased() == text
    else { return nil }
    let folded = Folding.folded(text)
    return folded.unicodeScalars.elementsEqual([sign]) ? nil : (sign, folded)
  }

  /// The same as each text and the signs that become it, in the order of the first of these.
  static let groups: [(text: String, signs: String)] = {
    var places: [String: Int] = [:]
    var groups: [(text: String, signs: String.UnicodeScalarView)] = []
    for (sign, text) in folds {
      let place = places[text] ?? groups.count
      if place == groups.count { groups.append((text, .init())) }
      places[text] = place
      groups[place].signs.append(sign)
    }
    return groups.map { ($0.text, String($0.signs)) }
  }()

  /// From where to where each sign is a word of its own.
  static let ideographs: [ClosedRange<UInt32>] = {
    var ranges: [ClosedRange<UInt32>] = []
    for value in UInt32(0)...0x3FFFF {
      guard let sign = Unicode.Scalar(value), Folding.isIdeograph(sign) else { continue }
      if let last = ranges.last, last.upperBound + 1 == value {
        ranges[ranges.count - 1] = last.lowerBound...value
      } else {
        ranges.append(value...value)
      }
    }
    return ranges
  }()

  /// A text as a page folds it: the same steps as its script takes, for tests to hold to `Folding`.
  static func folded(_ text: String) -> String {
    var folded = ""
    for sign in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
      for small in String(sign).lowercased().unicodeScalars { folded += table[small] ?? String(small) }
    }
    return folded
  }

  private static let table = Dictionary(uniqueKeysWithValues: folds.map { ($0.sign, $0.text) })

  /// Those of the Basic Multilingual Plane that a text may hold; digits, marks and what nobody sees of the others, whose
  /// letters are as they are. White space divides words whatever it is.
  private static var signs: some Sequence<Unicode.Scalar> {
    [UInt32(0x21)...0xFFFD, 0x10000...0x1FFFF, 0xE0000...0xE01EF].joined().lazy.compactMap(
      Unicode.Scalar.init
    )
    .filter { sign in
      switch sign.properties.generalCategory {
      case .otherLetter, .otherSymbol, .unassigned: sign.value <= 0xFFFD
      default: !sign.properties.isWhitespace
      }
    }
  }
}
