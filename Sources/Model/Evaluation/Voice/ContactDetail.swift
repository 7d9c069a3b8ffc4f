/// What in a text leads to a person: it goes out only where somebody decided so.
public struct ContactDetail: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case email, telephone
    /// A page or a name in a service where one writes to a person.
    case profile
  }

  public let kind: Kind
  /// As it stands in the text.
  public let text: String

  /// Enough to find it again in the text, too little to use it.
  public var masked: String {
    let shown = text.count < 8 ? 1 : 2
    return "\(text.prefix(shown))…\(text.suffix(shown))"
  }
}

/// A text and the contact details in it.
///
/// Streets are not found: they look like any other words.
public struct ContactText: Sendable {
  private let scalars: [Unicode.Scalar]
  private let found: [(kind: ContactDetail.Kind, place: Range<Int>)]

  /// - Parameter isName: of a text that says who somebody is: every long number in it is a telephone's.
  public init(_ text: String, isName: Bool = false) {
    scalars = Array(text.unicodeScalars)
    found = ContactScan(scalars, isName: isName).found
  }

  public var details: [ContactDetail] { found.map { ContactDetail(kind: $0.kind, text: text($0.place)) } }

  /// The text with a word in place of each.
  public func held(_ word: String) -> String {
    var (held, end) = ("", 0)
    for (_, place) in found {
      held += text(end..<place.lowerBound) + word
      end = place.upperBound
    }
    return held + text(end..<scalars.count)
  }

  private func text(_ place: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[place]))
  }
}

/// Looks for contact details sign by sign.
struct ContactScan {
  private(set) var found: [(kind: ContactDetail.Kind, place: Range<Int>)] = []
  /// As a reader takes them: digits and signs of all scripts and widths as ASCII has them, what nobody sees left out.
  let signs: [Unicode.Scalar]
  /// What is taken already, or is something else than a telephone number: a date, an address of a page, the number of a book.
  private(set) var isTaken: [Bool]
  /// Where each sign stands in the text.
  private let origins: [Int]
  private let isName: Bool

  init(_ scalars: [Unicode.Scalar], isName: Bool) {
    self.isName = isName
    var (signs, origins) = ([Unicode.Scalar](), [Int]())
    for (place, scalar) in scalars.enumerated() {
      guard let sign = Self.sign(scalar) else { continue }
      signs.append(sign)
      origins.append(place)
    }
    (self.signs, self.origins) = (signs, origins)
    isTaken = Array(repeating: false, count: signs.count)
    // Most texts have neither.
    let digits = signs.count { Self.isDigit($0) }
    let text = String(String.UnicodeScalarView(signs))
    if signs.contains("@") { takeAddresses() }
    takeProfiles(text)
    // Most numbers are short, and to look for what else a long one is takes long.
    if digits >= 5, numbers(isLoose: true).first != nil {
      takeOthers(text)
      for number in numbers(isLoose: false) { take(number, as: .telephone) }
    }
    found.sort { $0.place.lowerBound < $1.place.lowerBound }
  }

  /// Nil for what has no width.
  private static func sign(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return scalar }
    if 0xFF01...0xFF5E ~= scalar.value { return Unicode.Scalar(scalar.value - 0xFEE0) }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .format: return nil
    case .decimalNumber:
      return properties.numericValue.flatMap { Unicode.Scalar(0x30 + UInt32($0)) } ?? scalar
    case .dashPunctuation: return "-"
    case .spaceSeparator: return " "
    default: return scalar.value == 0x2212 ? "-" : scalar
    }
  }

  static func isDigit(_ sign: Unicode.Scalar) -> Bool { 0x30...0x39 ~= sign.value }

  private static func isLatin(_ sign: Unicode.Scalar) -> Bool {
    0x61...0x7A ~= sign.value | 0x20 && sign.isASCII
  }

  private mutating func take(_ place: Range<Int>, as kind: ContactDetail.Kind?) {
    for index in place { isTaken[index] = true }
    guard let kind, let last = place.last else { return }
    found.append((kind, origins[place.lowerBound]..<origins[last] + 1))
  }

  // MARK: Addresses

  private mutating func takeAddresses() {
    for at in signs.indices where signs[at] == "@" && !isTaken[at] {
      let isSpaced = at > 1 && at + 2 < signs.count && signs[at - 1] == " " && signs[at + 1] == " "
      var (first, end) = isSpaced ? (at - 1, at + 2) : (at, at + 1)
      let (localEnd, domainStart) = (first, end)
      // Where an address is written in Latin letters, those of another script beside it are not part of it.
      let isWide = (first > 0 && !signs[first - 1].isASCII, end < signs.count && !signs[end].isASCII)
      while first > 0, !isTaken[first - 1], Self.isPart(signs[first - 1], "._%+-'~", isWide.0) { first -= 1 }
      while end < signs.count, !isTaken[end], Self.isPart(signs[end], ".-", isWide.1) { end += 1 }
      while first < localEnd, ".-'".unicodeScalars.contains(signs[first]) { first += 1 }
      while end > domainStart, ".-".unicodeScalars.contains(signs[end - 1]) { end -= 1 }
      let domain = signs[domainStart..<end]
      guard first < localEnd, domain.contains(where: { $0.properties.isAlphabetic }),
        !isSpaced || domain.contains(".")
      else { continue }
      if first >= 7, String(String.UnicodeScalarView(signs[first - 7..<first])).lowercased() == "mailto:" {
        first -= 7
      }
      take(first..<end, as: .email)
    }
  }

  private static func isPart(_ sign: Unicode.Scalar, _ others: String, _ isWide: Bool) -> Bool {
    isLatin(sign) || isDigit(sign) || others.unicodeScalars.contains(sign)
      || isWide && sign.properties.isAlphabetic
  }

  /// Pages and names of persons, and addresses that are spelt out against machines.
  private mutating func takeProfiles(_ text: String) {
    // An expression is compiled wherever it stands, each time: only where its words are said.
    let lower = text.lowercased()
    func says(_ words: String...) -> Bool { words.contains(where: lower.contains) }
    if says("(at", "[at", "{at", "<at", "( at", "[ at", "arroba", "arobase", "собака") {
      let spelt =
        /[a-z0-9._%+\-]+ ?[\[({<] ?(?:at|arroba|arobase|собака) ?[\])}>] ?[a-z0-9\-]+(?: ?(?:\.|[\[({<] ?(?:dot|punto|point|точка) ?[\])}>]) ?[a-z0-9\-]+)+/
        .ignoresCase().matchingSemantics(.unicodeScalar)
      for place in places(of: text.matches(of: spelt).map(\.range), in: text) { take(place, as: .email) }
    }
    if says(
      "me/", "book.com/", "fb.com/", "app.com/", "gram.com/", "com/in/", "vk.com/", "weibo.com/", "ok.ru/")
    {
      let page =
        /(?:https?:\/\/)?(?:[a-z0-9\-]+\.)*(?:wa\.me|t\.me|m\.me|api\.whatsapp\.com|facebook\.com|fb\.com|instagram\.com|linkedin\.com\/in|vk\.com|weibo\.com|ok\.ru)\/[a-z0-9._~%?=&@+\/\-]*[a-z0-9]/
        .ignoresCase().matchingSemantics(.unicodeScalar)
      for place in places(of: text.matches(of: page).map(\.range), in: text) {
        let before = place.lowerBound > 0 ? signs[place.lowerBound - 1] : " "
        if !Self.isPart(before, ".-", false) { take(place, as: .profile) }
      }
    }
    guard says("skype", "wechat", "weixin", "微信", "telegram", "whatsapp", "qq") else { return }
    let name =
      /(?:skype|wechat|weixin|微信|telegram|whatsapp|qq)(?: ?(?:id|号|號))? ?: ?(@?[a-z0-9][a-z0-9._:\-]{2,}[a-z0-9])/
      .ignoresCase().matchingSemantics(.unicodeScalar)
    for match in text.matches(of: name)
    where match.output.1.contains(where: { $0.isNumber || "._-@".contains($0) }) {
      for place in places(of: [match.output.1.startIndex..<match.output.1.endIndex], in: text) {
        take(place, as: .profile)
      }
    }
  }

  private func places(of ranges: [Range<String.Index>], in text: String) -> [Range<Int>] {
    let all = text.unicodeScalars
    return ranges.map { range in
      let first = all.distance(from: all.startIndex, to: range.lowerBound)
      return first..<first + all.distance(from: range.lowerBound, to: range.upperBound)
    }.filter { !isTaken[$0].contains(true) }
  }

  /// Numbers that are none of a telephone.
  private mutating func takeOthers(_ text: String) {
    let patterns: [Regex<Substring>] = [
      /(?:https?:\/\/|www\.)[^\s]+/, /10\.[0-9]{4,9}\/[^\s]+/,
      /(?:ISBN|ISSN|ORCID|PMID|arXiv|DOI)(?:-1[03])?[^0-9\n]{0,4}[0-9][0-9Xx .\-]*/,
      /97[89][ \-]?[0-9](?:[ \-]?[0-9]){8}[ \-]?[0-9]/, /[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]/,
      /[0-9]{1,2}[.\/\-] ?[0-9]{1,2}[.\/\-] ?(?:19|20)[0-9]{2}/,
      /(?:19|20)[0-9]{2}[.\/\-][0-9]{1,2}[.\/\-][0-9]{1,2}/,
      /(?:19|20)[0-9]{2} ?[\/\- ] ?(?:19|20)[0-9]{2}/,
    ]
    for pattern in patterns {
      let pattern = pattern.ignoresCase().matchingSemantics(.unicodeScalar)
      for place in places(of: text.matches(of: pattern).map(\.range), in: text) {
        if !isDigit(at: place.lowerBound - 1), !isDigit(at: place.upperBound) { take(place, as: nil) }
      }
    }
  }

  private func isDigit(at place: Int) -> Bool { signs.indices.contains(place) && Self.isDigit(signs[place]) }

  // MARK: Telephones

  /// - Parameter isLoose: long numbers too that are perhaps none of a telephone.
  private func numbers(isLoose: Bool) -> [Range<Int>] {
    var (numbers, place) = ([Range<Int>](), 0)
    while place < signs.count {
      guard Self.begins(signs[place]), !isTaken[place], let run = NumberRun(at: place, of: self) else {
        place += 1
        continue
      }
      if isLoose, run.isLong {
        numbers.append(place..<run.end)
      } else if let number = run.telephone(in: self, isName: isName) {
        numbers.append(number)
      }
      if isLoose, !numbers.isEmpty { break }
      place = max(place + 1, run.end)
    }
    return numbers
  }

  private static func begins(_ sign: Unicode.Scalar) -> Bool { isDigit(sign) || sign == "+" || sign == "(" }
}
