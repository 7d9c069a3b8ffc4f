/// Groups of digits that stand together, and whether they are a telephone number: by a plus or noughts before it, by its
/// groups, or by the word before it (ITU-T E.123 and E.164; the national forms that people write).
struct NumberRun {
  /// Where its groups of digits stand.
  private var groups: [Range<Int>] = []
  /// With what opens it.
  private let start: Int
  private let isPlus: Bool
  private let isBracketed: Bool

  /// Behind its last digit.
  var end: Int { groups.last?.upperBound ?? start }

  /// Nil where none begins there.
  init?(at start: Int, of scan: ContactScan) {
    let signs = scan.signs
    func isDigit(_ place: Int) -> Bool {
      place < signs.count && !scan.isTaken[place] && ContactScan.isDigit(signs[place])
    }
    var place = start
    let isBracketed = signs[place] == "("
    if isBracketed { place += 1 }
    let isPlus = place < signs.count && signs[place] == "+"
    if isPlus { place += 1 }
    if isPlus, place < signs.count, signs[place] == "(" { place += 1 }
    guard isDigit(place) else { return nil }
    (self.start, self.isPlus, self.isBracketed) = (start, isPlus, isBracketed)
    while isDigit(place) {
      let first = place
      while isDigit(place) { place += 1 }
      groups.append(first..<place)
      var next = place
      while next < signs.count, next < place + 3, " -./()".unicodeScalars.contains(signs[next]) { next += 1 }
      guard Self.isSeparator(signs[place..<next]) else { break }
      place = next
    }
  }

  private static func isSeparator(_ signs: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = String(String.UnicodeScalarView(signs))
    return [" ", "-", ".", "/", " - ", ") ", ")", " (", "(", ")-", ". ", ".-", ") -"].contains(text)
  }

  /// Dates, years and their spans are shorter.
  var isLong: Bool { count >= 9 }
  private var count: Int { groups.reduce(0) { $0 + $1.count } }

  /// The telephone number in it.
  func telephone(in scan: ContactScan, isName: Bool) -> Range<Int>? {
    // Most numbers in a text are those of paragraphs.
    guard count >= 5 else { return nil }
    let label = ContactLabel(before: start, of: scan.signs)
    if isBlocked(by: start, in: scan.signs), !label.isTelephone { return nil }
    let whole = NumberPart(groups, scan.signs, isPlus: isPlus, isBracketed: isBracketed)
    let isSum = whole.isSum && !isPlus && !label.isTelephone && !isName
    for first in groups.indices {
      if first > 0 {
        // The noughts in a sum begin no number.
        if isSum { return nil }
        let gap = groups[first - 1].upperBound..<groups[first].lowerBound
        guard String(String.UnicodeScalarView(scan.signs[gap])) == " " else { continue }
      }
      for last in [groups.count, groups.count - 1] where last > first {
        let part = NumberPart(
          Array(groups[first..<last]), scan.signs, isPlus: isPlus && first == 0,
          isBracketed: isBracketed && first == 0)
        if first > 0 || last < groups.count, part.isSeries { continue }
        let isLong = isName && first == 0 && last == groups.count && part.count >= 7
        if isLong || part.isTelephone(afterLabel: first == 0 && label.isTelephone) {
          return (first == 0 ? start : groups[first].lowerBound)..<part.end
        }
      }
    }
    return nil
  }

  /// A number that goes on with a letter or stands behind one is the number of something.
  private func isBlocked(by place: Int, in signs: [Unicode.Scalar]) -> Bool {
    guard place > 0 else { return false }
    let before = signs[place - 1]
    if "/._-#=&%$€£¥".unicodeScalars.contains(before) { return true }
    // Neither Chinese nor Arabic sets a space where others do.
    return before.properties.isAlphabetic && before.value < 0x600
  }
}

/// Some groups of a run.
struct NumberPart {
  private let digits: [String]
  private let gaps: [String]
  private let isPlus: Bool
  private let isBracketed: Bool
  private let isMeasured: Bool
  let end: Int

  init(_ groups: [Range<Int>], _ signs: [Unicode.Scalar], isPlus: Bool, isBracketed: Bool) {
    func text(_ place: Range<Int>) -> String { String(String.UnicodeScalarView(signs[place])) }
    // No number is longer (E.164, section 6.2.1): what follows is another.
    var (kept, sum) = ([Range<Int>](), 0)
    for group in groups where kept.isEmpty || !isPlus || sum + group.count <= 15 {
      kept.append(group)
      sum += group.count
    }
    digits = kept.map(text)
    gaps = zip(kept, kept.dropFirst()).map { text($0.upperBound..<$1.lowerBound) }
    (self.isPlus, self.isBracketed) = (isPlus, isBracketed)
    end = kept.last?.upperBound ?? 0
    isMeasured = ContactLabel.isMeasure(before: kept.first?.lowerBound ?? 0, after: end, of: signs)
  }

  var count: Int { digits.reduce(0) { $0 + $1.count } }

  private var sizes: [Int] { digits.map(\.count) }
  private var whole: String { digits.joined() }
  private var isEven: Bool { Set(gaps).count <= 1 }

  /// `25 000`, `1.200.000`.
  var isSum: Bool {
    sizes.count > 1 && sizes[0] <= 3 && sizes.dropFirst().allSatisfy { $0 == 3 } && isEven
      && [" ", "."].contains(gaps[0])
  }

  /// Numbers of something, one after the other.
  var isSeries: Bool { sizes.allSatisfy { $0 <= 2 } }

  func isTelephone(afterLabel: Bool) -> Bool {
    let first = digits[0]
    if isPlus { return 7...15 ~= count && !(isSum && (sizes[0] == 1 || isMeasured)) && !isMeasured }
    if afterLabel { return 5...15 ~= count && !isMeasured && !(isSum && digits.last == "000") }
    if isMeasured || isSum && !first.hasPrefix("0") { return false }
    if first.hasPrefix("00") { return 9...17 ~= count && !whole.hasPrefix("000") }
    if first.hasPrefix("0") {
      return 9...11 ~= count && sizes[0] > 1 && !(gaps.contains(".") && sizes.count < 3)
    }
    return isNational
  }

  private var isNational: Bool {
    let isYear = sizes[0] == 4 && (digits[0].hasPrefix("19") || digits[0].hasPrefix("20"))
    if isBracketed, gaps.first?.hasPrefix(")") == true {
      return 9...11 ~= count && 2...4 ~= sizes[0] && !isYear
    }
    let isRound = whole.hasSuffix("0000")
    switch sizes {
    case [3, 3, 4], [1, 3, 3, 4]:
      return (isEven || gaps.contains(") ")) && (sizes[0] == 3 || digits[0] == "1")
    case [3, 4, 4], [11]:
      let second = whole.dropFirst().prefix(1)
      return !isRound && (whole.hasPrefix("1") && second >= "3" || whole.hasPrefix("89"))
    case [1, 3, 3, 2, 2]: return ["7", "8"].contains(digits[0])
    default: return false
    }
  }
}

/// Words before and behind a number that say what it is of.
struct ContactLabel {
  let isTelephone: Bool

  init(before place: Int, of signs: [Unicode.Scalar]) {
    var words = Substring(
      String(String.UnicodeScalarView(signs[max(0, place - 40)..<place])).lowercased())
    var isTelephone = false
    for _ in 0..<4 {
      while let last = words.last, " .:()-№°#+=,，".contains(last) { words.removeLast() }
      if Self.telephones.contains(where: { Self.ends(words, $0) }) {
        isTelephone = true
        break
      }
      guard let small = Self.small.first(where: { Self.ends(words, $0) }) else { break }
      words.removeLast(small.count)
    }
    self.isTelephone = isTelephone
  }

  /// Whether a text ends with that word, as a whole one where words have ends.
  private static func ends(_ text: Substring, _ word: String) -> Bool {
    guard text.hasSuffix(word) else { return false }
    guard let before = text.dropLast(word.count).last, let first = word.unicodeScalars.first else {
      return true
    }
    return !before.isLetter || first.value >= 0x2E80
  }

  private static let telephones = [
    "tel", "telephone", "phone", "mobile", "mob", "cell", "cellphone", "fax", "whatsapp", "tél", "téléphone",
    "téléphonez", "portable", "teléfono", "telefono", "tfno", "móvil", "celular", "тел", "телефон",
    "телефону",
    "факс", "моб", "мобильный", "电话", "電話", "手机", "手機", "传真", "微信", "致电", "هاتف", "الهاتف", "جوال",
    "الجوال", "تلفون", "فاكس", "الفاكس", "واتساب",
  ]

  private static let small = [
    "no", "nr", "n", "number", "numbers", "is", "at", "on", "us", "me", "numéro", "est", "au", "número", "es",
    "al",
    "номер", "номеру", "по", "号码", "號碼", "号", "是", "为", "رقم", "رقمي", "على", "هو",
  ]

  /// Whether a number is a sum or a measure.
  static func isMeasure(before: Int, after: Int, of signs: [Unicode.Scalar]) -> Bool {
    func text(_ place: Range<Int>) -> String {
      String(String.UnicodeScalarView(signs[place])).lowercased()
    }
    let left = text(max(0, before - 6)..<before).split(separator: " ").last ?? ""
    let right = text(after..<min(signs.count, after + 24)).drop { $0 == " " }
    if currencies.contains(where: { left.hasSuffix($0) || right.hasPrefix($0) }) { return true }
    return measures.contains(String(right.prefix { $0.isLetter })) || scales.contains { right.hasPrefix($0) }
  }

  private static let currencies = ["$", "€", "£", "¥", "₽", "usd", "eur", "chf", "cny", "%"]
  private static let measures: Set = [
    "dollars", "dollar", "dólares", "euros", "euro", "yuan", "francs", "ha", "hectares", "hectáreas", "km",
    "m",
    "tonnes", "toneladas", "million", "millions", "millones", "people", "persons", "personnes", "personas",
    "habitants", "руб", "рублей", "долл", "долларов", "га", "гектаров", "млн", "тыс", "тонн", "человек",
    "دولار",
    "دولارا", "هكتار", "مليون", "شخص", "يورو", "طن",
  ]
  private static let scales = ["美元", "元", "欧元", "万", "亿", "公顷", "吨", "人", "年", "项"]
}
