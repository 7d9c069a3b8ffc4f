import Model

/// Keeps the direction of names from outside inside them, so that the number behind an Arabic name in an English sentence
/// stays behind it. The marks are ours alone: those of the names themselves are taken away first. A page turns them
/// into elements; text and Markdown leave them out.
struct ReportIsolation {
  static let first: Unicode.Scalar = "\u{2068}"
  static let last: Unicode.Scalar = "\u{2069}"

  let isRightToLeft: Bool

  /// The name between marks where its letters run the other way, or some of them.
  func text(_ name: String) -> String {
    let line = PlainText.line(name)
    let runsOtherWay = line.unicodeScalars.contains { scalar in
      isRightToLeft
        ? scalar.properties.isAlphabetic && !Self.isRightToLeft(scalar) : Self.isRightToLeft(scalar)
    }
    return runsOtherWay ? "\u{2068}\(line)\u{2069}" : line
  }

  /// Hebrew, Arabic and the other scripts that Unicode keeps in these blocks.
  static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// Whether the first letter of a text runs from right to left; nil where it has none.
  static func direction(of text: String) -> Bool? {
    text.unicodeScalars.first(where: \.properties.isAlphabetic).map(isRightToLeft)
  }

  /// Everything in the facts that somebody typed.
  func facts(_ facts: ReportFacts) -> ReportFacts {
    var facts = facts
    func each<T>(_ list: inout [T], _ paths: [WritableKeyPath<T, String>]) {
      for index in list.indices {
        for path in paths { list[index][keyPath: path] = text(list[index][keyPath: path]) }
      }
    }
    each(&facts.activities, [\.name])
    each(&facts.disagreements, [\.by, \.reason])
    each(&facts.voices.opportunities, [\.name, \.deliverable, \.rule])
    each(&facts.voices.calls, [\.name])
    each(&facts.voices.focusGroups, [\.name])
    for index in facts.voices.focusGroups.indices {
      facts.voices.focusGroups[index].findings = facts.voices.focusGroups[index].findings.map(text)
    }
    if var works = facts.partnerships {
      each(&works, [\.name, \.number])
      facts.partnerships = works
    }
    if var works = facts.messages {
      each(&works, [\.name, \.launch])
      facts.messages = works
    }
    each(&facts.surveys, [\.name])
    for index in facts.surveys.indices {
      each(&facts.surveys[index].groups, [\.name])
      each(&facts.surveys[index].actions, [\.what])
    }
    for index in facts.indicators.descriptions.indices {
      each(&facts.indicators.descriptions[index].evidence, [\.name, \.source, \.link])
      each(&facts.indicators.descriptions[index].standings, [\.name, \.unit])
    }
    return facts
  }

  /// Text with our marks, in pieces that are inside and outside them; every mark that stands alone is left out.
  static func pieces(_ text: String) -> [(text: String, isIsolated: Bool)] {
    var pieces: [(text: String, isIsolated: Bool)] = []
    var (piece, isIsolated) = (String.UnicodeScalarView(), false)
    func close() {
      if !piece.isEmpty { pieces.append((String(piece), isIsolated)) }
      piece = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case first:
        close()
        isIsolated = true
      case last:
        close()
        isIsolated = false
      default: piece.append(scalar)
      }
    }
    close()
    return pieces
  }
}
