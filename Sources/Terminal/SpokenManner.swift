/// How a screen is drawn for somebody who listens to it, or feels one line of it: in words, one thing at a time, and
/// nothing as a picture.
public struct SpokenManner: Sendable, Equatable {
  /// "{0}: {1}", of a label and what belongs to it.
  private let labelled: String
  /// "{0}; {1}", of what is said one after the other.
  private let next: String
  /// "{0}, {1}", of words that belong together.
  private let listed: String
  /// "{0} of {1}", of a place in a list.
  private let place: String
  private let chosen: String
  /// What "!" means before a number.
  private let late: String
  /// What signs mean that stand alone.
  private let signs: [String: String]

  /// - Parameters:
  ///   - labelled: a sentence with `{0}` and `{1}`, as `next`, `listed` and `place` are.
  ///   - chosen: said behind what is; `late` before what is that, and has no word for it.
  public init(
    labelled: String, next: String, listed: String, place: String, chosen: String, late: String,
    signs: [String: String]
  ) {
    (self.labelled, self.next, self.listed, self.place) = (labelled, next, listed, place)
    (self.chosen, self.late, self.signs) = (chosen, late, signs)
  }

  // MARK: Sentences

  /// Texts behind their labels, one after the other; what is empty is left out.
  public func sentence(_ parts: [(label: String, text: String)]) -> String {
    let said = parts.filter { !$0.text.isEmpty }.map { part in
      part.label.isEmpty ? part.text : Self.filled(labelled, part.label, part.text)
    }
    return said.dropFirst().reduce(said.first ?? "") { Self.filled(next, $0, $1) }
  }

  /// A label, before what is typed behind it.
  public func label(_ label: String) -> String { Self.filled(labelled, label, "") }

  /// Words that belong together; what is empty is left out.
  public func list(_ words: [String]) -> String {
    let said = words.filter { !$0.isEmpty }
    return said.dropFirst().reduce(said.first ?? "") { Self.filled(listed, $0, $1) }
  }

  /// "2 of 5".
  public func place(_ number: Int, of count: Int) -> String {
    Self.filled(place, String(number), String(count))
  }

  private static func filled(_ sentence: String, _ first: String, _ second: String) -> String {
    // What is put in the first place may hold the second one's sign.
    guard let one = sentence.firstRange(of: "{0}"), let two = sentence.range(of: "{1}"),
      one.upperBound <= two.lowerBound
    else { return "\(first) \(second)" }
    return sentence[..<one.lowerBound] + first + sentence[one.upperBound..<two.lowerBound] + second
      + sentence[two.upperBound...]
  }

  // MARK: Words for signs

  /// The words of several pieces, without what is only drawn.
  public func words(_ spans: [Span]) -> String {
    let said = spans.map { $0.ink == .key ? $0.text : words($0.text, $0.ink) }.joined()
    return Self.spaced(said)
  }

  /// A text without rules, bars, boxes and marks; a sign that says something by itself as a word.
  public func words(_ text: String, _ ink: Ink = .text) -> String {
    if let meaning = signs[text] { return meaning }
    // What parts two texts of a line.
    let text = text.replacing(" · ", with: Self.filled(listed, "", ""))
    let bare = text.trimmedOfSpaces
    guard !bare.isEmpty else { return text }
    if bare == "·" { return Self.filled(listed, "", "") }
    let before = String(text.prefix { $0 == " " })
    let behind = String(repeating: " ", count: text.count - before.count - bare.count)
    return before + spoken(bare, ink) + behind
  }

  private func spoken(_ text: String, _ ink: Ink) -> String {
    if let meaning = signs[text] { return meaning }
    for (box, isChosen) in [("[x] ", true), ("[ ] ", false)] where text.hasPrefix(box) {
      return
        (isChosen ? list([String(text.dropFirst(box.count)), chosen]) : String(text.dropFirst(box.count)))
    }
    let (sign, rest) = Self.signed(text)
    guard let sign else { return drawn(text) }
    if ink == .match { return list([drawn(rest), chosen]) }
    // Words say what the sign means; a number and its unit do not.
    let hasWord = rest.split { !$0.isLetter }.contains { $0.count > 2 || !$0.allSatisfy(\.isASCII) }
    return sign == "!" && !hasWord ? "\(late) \(drawn(rest))" : drawn(rest)
  }

  /// A sign before words, and these.
  private static func signed(_ text: String) -> (sign: String?, rest: String) {
    guard let first = text.first, text.dropFirst().first == " ",
      isDrawing(first) || ["!", "×", "?", "·", "–"].contains(first)
    else { return (nil, text) }
    return (String(first), String(text.dropFirst()).trimmedOfSpaces)
  }

  /// The text without what is drawn in it.
  private func drawn(_ text: String) -> String {
    let said = Self.spaced(text.filter { !Self.isDrawing($0) })
    // A sign behind the words: of the day that is today.
    guard let last = text.last, Self.isDrawing(last), let meaning = signs[String(last)] else { return said }
    return list([said, meaning])
  }

  /// A number without what divides its thousands: voices of French, Russian and Spanish read two numbers where an
  /// unbreakable space stands in one (espeak-ng 1.51).
  private static func undivided(_ text: String) -> String {
    guard text.contains(where: { $0 == "\u{A0}" || $0 == "\u{202F}" }) else { return text }
    return text.replacing(#/([0-9])[\u{A0}\u{202F}](?=[0-9]{3})/#) { $0.output.1 }
  }

  /// Columns that stood beside each other become parts of a sentence.
  private static func spaced(_ text: String) -> String {
    var (said, gap) = ("", 0)
    for character in undivided(text) {
      if character == " " {
        gap += 1
        continue
      }
      if gap > 0, let last = said.last {
        said +=
          gap == 1 || [",", ";", ":", ".", "!", "?", "，", "；", "：", "。", "،", "؛"].contains(last) ? " " : ", "
      }
      gap = 0
      said.append(character)
    }
    return said
  }

  /// Lines, blocks, geometric shapes, ticks and angles.
  private static func isDrawing(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first?.value else { return false }
    return (0x2500...0x25FF).contains(scalar) || [0x2713, 0x2717, 0x2039, 0x203A].contains(scalar)
  }
}

extension String {
  fileprivate var trimmedOfSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
