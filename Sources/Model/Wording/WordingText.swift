/// A text cut into words, sentences and quotations, for rules that look at words and not at bytes.
struct WordingText {
  /// A word, a Chinese character or a mark that divides clauses.
  struct Token {
    let range: Range<String.Index>
    /// Its place in `atoms` of the reader that cut it.
    let word: Int32
  }

  struct Sentence {
    /// Places in `tokens`.
    let tokens: Range<Int>
    let isQuestion: Bool
  }

  private(set) var tokens: [Token] = []
  private(set) var sentences: [Sentence] = []
  /// For each token how many of those before it stand in quotation marks, and one more for the end.
  private(set) var quoted: [Int32] = [0]

  func isQuoted(_ range: Range<Int>) -> Bool {
    quoted[range.upperBound] - quoted[range.lowerBound] == Int32(range.count)
  }

  init(_ text: String, words: inout WordReader) {
    var cutter = Cutter(text, words: words)
    cutter.cut()
    words = cutter.words
    tokens = cutter.tokens
    sentences = cutter.sentences
    quoted.reserveCapacity(tokens.count + 1)
    var quotations = cutter.quotations[...]
    for place in tokens.indices {
      while let first = quotations.first, first.upperBound <= place { quotations.removeFirst() }
      let isInside = quotations.first.map { $0.contains(place) } ?? false
      quoted.append(quoted[place] + (isInside ? 1 : 0))
    }
  }
}

/// One pass over the scalars of a text.
private struct Cutter {
  private let scalars: String.UnicodeScalarView
  private var at: String.UnicodeScalarView.Index
  var words: WordReader
  var tokens: [WordingText.Token] = []
  var sentences: [WordingText.Sentence] = []
  /// Places of tokens between quotation marks of the outermost kind, in order.
  var quotations: [Range<Int>] = []

  private var wordStart: String.Index?
  private var word = ""
  private var sentenceStart = 0
  /// The quotation marks that wait for their other half, and the token that follows them.
  private var open: [(closing: Set<Unicode.Scalar>, token: Int)] = []

  init(_ text: String, words: WordReader) {
    scalars = text.unicodeScalars
    at = scalars.startIndex
    self.words = words
  }

  mutating func cut() {
    while at < scalars.endIndex {
      take(scalars[at])
      scalars.formIndex(after: &at)
    }
    endSentence(isQuestion: false)
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch WordingScalar(scalar) {
    case .letter:
      if wordStart == nil { wordStart = at }
      word.unicodeScalars.append(scalar)
    case .ideograph:
      endWord()
      tokens.append(.init(range: at..<scalars.index(after: at), word: words.ideograph(scalar)))
    case .ignorable: break
    case .space: endWord()
    case .newline: endLine()
    case .comma: comma()
    case .stop: stop()
    case .terminator: endSentence(isQuestion: WordingScalar.questionMarks.contains(scalar))
    case .exclamation:
      mark(WordReader.exclamation)
      endSentence(isQuestion: false)
    case .quotation: quote(scalar)
    case .other: endWord()
    }
  }

  private mutating func endWord() {
    guard let start = wordStart else { return }
    tokens.append(.init(range: start..<at, word: words.word(word)))
    wordStart = nil
    word.removeAll(keepingCapacity: true)
  }

  private mutating func mark(_ word: Int32) {
    endWord()
    tokens.append(.init(range: at..<scalars.index(after: at), word: word))
  }

  private mutating func comma() {
    // Thousands and decimals.
    if wordStart != nil, word.unicodeScalars.last?.properties.numericType != nil, nextIsDigit { return }
    mark(WordReader.comma)
  }

  /// A full stop ends a sentence where white space and no small letter follow, unless it shortens a word.
  private mutating func stop() {
    if wordStart != nil, nextIsDigit { return }
    let last = word
    endWord()
    var next = scalars.index(after: at)
    while next < scalars.endIndex, WordingScalar(scalars[next]).closes { next = scalars.index(after: next) }
    guard next < scalars.endIndex else { return endSentence(isQuestion: false) }
    guard WordingScalar(scalars[next]).isSpace, !words.shortens(last) else { return }
    while next < scalars.endIndex, WordingScalar(scalars[next]).isSpace { next = scalars.index(after: next) }
    if next < scalars.endIndex, scalars[next].properties.isLowercase { return }
    endSentence(isQuestion: false)
  }

  /// A line that ends goes on in the next one, unless that is empty or an item of a list.
  private mutating func endLine() {
    endWord()
    var next = scalars.index(after: at)
    while next < scalars.endIndex, WordingScalar(scalars[next]) == .space {
      next = scalars.index(after: next)
    }
    guard next < scalars.endIndex else { return }
    if WordingScalar(scalars[next]) == .newline {
      endSentence(isQuestion: false)
      // What was not closed in its paragraph was no quotation.
      open.removeAll()
    } else if "-*•–#>·".unicodeScalars.contains(scalars[next]) {
      endSentence(isQuestion: false)
    }
  }

  private mutating func endSentence(isQuestion: Bool) {
    endWord()
    guard sentenceStart < tokens.count else { return }
    sentences.append(.init(tokens: sentenceStart..<tokens.count, isQuestion: isQuestion))
    sentenceStart = tokens.count
  }

  private mutating func quote(_ mark: Unicode.Scalar) {
    // An apostrophe inside a word divides it: l'État, don't.
    let isInsideWord = wordStart != nil && nextIsLetter
    endWord()
    if let place = open.lastIndex(where: { $0.closing.contains(mark) }), !(mark == "’" && isInsideWord) {
      quotations.removeLast(
        quotations.count - (quotations.lastIndex { $0.upperBound <= open[place].token } ?? -1) - 1)
      quotations.append(open[place].token..<tokens.count)
      open.removeLast(open.count - place)
    } else if let closing = WordReader.quotationMarks[mark], open.count < 8 {
      open.append((closing, tokens.count))
    }
  }

  private var following: Unicode.Scalar? {
    let next = scalars.index(after: at)
    return next < scalars.endIndex ? scalars[next] : nil
  }

  private var nextIsDigit: Bool { following.map { $0.properties.numericType != nil } ?? false }
  private var nextIsLetter: Bool { following.map { WordingScalar($0) == .letter } ?? false }
}

/// What a character does to the words around it.
enum WordingScalar: Equatable {
  case letter, ideograph, ignorable, space, newline, comma, stop, exclamation, terminator, quotation, other

  static let questionMarks: Set<Unicode.Scalar> = ["?", "؟", "？"]

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: self = .letter
    case 0x20, 0x09, 0x0D, 0xA0, 0x3000: self = .space
    case 0x0A, 0x2028, 0x2029: self = .newline
    case 0x2E: self = .stop
    case 0x21, 0xFF01: self = .exclamation
    case 0x3F, 0x61F, 0xFF1F, 0x3002, 0x2026, 0x6D4: self = .terminator
    // Comma, semicolon, colon and brackets of all scripts, and dashes; the list comma (、) joins.
    case 0x2C, 0x3B, 0x3A, 0x28, 0x29, 0x5B, 0x5D, 0x60C, 0x61B, 0xFF0C, 0xFF1B, 0xFF1A, 0xFF08, 0xFF09,
      0x2013, 0x2014:
      self = .comma
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x300A...0x300F: self = .quotation
    case 0x4E00...0x9FFF: self = .ideograph
    case 0xAD, 0x640, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: self = .ignorable
    case 0..<0x80: self = .other
    default: self = Self.thoroughly(scalar)
    }
  }

  private static func thoroughly(_ scalar: Unicode.Scalar) -> WordingScalar {
    if Folding.isIdeograph(scalar) { return .ideograph }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
      return .letter
    // More marks on one letter than any language has hide a word; they count as none.
    case .nonspacingMark, .spacingMark, .enclosingMark: return .ignorable
    case .spaceSeparator: return .space
    case .format: return .ignorable
    default: return .other
    }
  }

  var isSpace: Bool { self == .space || self == .newline }

  /// May stand between a full stop and the space after it.
  var closes: Bool { self == .quotation || self == .comma }
}
