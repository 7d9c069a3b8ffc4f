import Model

/// A sum as people write it: `€ 1.200,50`, `1 200 EUR`, `CHF 300.-`, `US$5,000`.
struct MoneyText: Equatable {
  /// As `Amount` takes it, where it can be told.
  let number: String
  /// Of ISO 4217; nil where nothing is said.
  let currency: String?
  /// Whether the sign is that of several currencies: `$` is the dollar of the United States where nothing else says
  /// whose it is.
  let isOpen: Bool

  /// - Parameter point: what stands before the hundredths in the other sums of the column, where they tell.
  /// - Returns: nil for what is no sum with a known currency; whoever takes sums refuses it then.
  init?(_ cell: String, point: Character? = nil) {
    let text = cell.trimmed
    guard let first = text.firstIndex(where: \.isDigit), let last = text.lastIndex(where: \.isDigit) else {
      return nil
    }
    let digits = text[first...last]
    guard digits.allSatisfy({ $0.isDigit || " .,'’٬٫\u{A0}\u{202F}".contains($0) }) else { return nil }
    var after = text[text.index(after: last)...]
    // `300.-`, `300,—`: no hundredths.
    if let sign = after.first, ".,".contains(sign) {
      let rest = after.dropFirst()
      guard let dash = rest.first, "-–—".contains(dash) else { return nil }
      after = rest.drop { "-–—".contains($0) }
    }
    let words = [String(text[..<first]), String(after)].map(\.trimmed).filter { !$0.isEmpty }
    var found: [(code: String, isOpen: Bool)] = []
    for word in words {
      guard let known = Self.currency(word) else { return nil }
      found.append(known)
    }
    let certain = Set(found.filter { !$0.isOpen }.map(\.code))
    guard certain.count < 2 else { return nil }
    currency = certain.first ?? found.first?.code
    isOpen = certain.isEmpty && !found.isEmpty
    number = Self.number(String(digits), point: point)
  }

  // MARK: Numbers

  /// What stands before the hundredths in a sum; nil where that cannot be told from it alone.
  static func point(in cell: String) -> Character? {
    let signs = cell.filter { ".,٫".contains($0) }
    guard let last = signs.last, let place = cell.lastIndex(of: last) else { return nil }
    if last == "٫" { return last }
    let behind = cell[cell.index(after: place)...].prefix(while: \.isDigit).count
    if Set(signs).count == 2 { return signs.count(where: { $0 == last }) == 1 ? last : nil }
    if signs.count > 1 { return last == "." ? "," : "." }
    return (1...2).contains(behind) ? last : nil
  }

  /// Digits of any script as those of ASCII, without what groups them, and with a point before the hundredths.
  private static func number(_ text: String, point: Character?) -> String {
    let digits = String(text.map { $0.wholeNumberValue.map { Character(String($0)) } ?? $0 })
    switch Self.point(in: digits) ?? point {
    case ",": return digits.filter { $0 != "." }.replacing(",", with: ".")
    case "٫": return digits.filter { !"٬,.".contains($0) }.replacing("٫", with: ".")
    case "." where digits.contains("."): return digits.filter { $0 != "," }
    default: return digits.filter { $0 != "٬" }
    }
  }

  // MARK: Currencies

  /// The currency that a word or a sign is; nil for any other text, and for signs that are as much one as another (¥).
  static func currency(_ word: String) -> (code: String, isOpen: Bool)? {
    let text = word.trimmed
    if text.utf8.count == 3, text == text.uppercased(), let code = try? Currency.checked(text) {
      return (code, false)
    }
    let key = Folding.folded(text).filter { !$0.isWhitespace && $0 != "." }
    if key == "$" || key == "dollar" || key == "dollars" { return ("USD", true) }
    return signs[key].map { ($0, false) }
  }

  /// A heading that says of which currency the sums below it are: `Amount (EUR)`, `Montant en €`; and what is left of it.
  static func heading(_ title: String) -> (rest: String, currency: String)? {
    let words = title.split { $0.isWhitespace || "()[]（）:,/،".contains($0) }.map(String.init)
    guard words.count > 1 else { return nil }
    let certain = words.indices.filter { place in currency(words[place]).map { !$0.isOpen } ?? false }
    guard certain.count == 1, let place = certain.first, let code = currency(words[place])?.code else {
      return nil
    }
    var rest = words
    rest.remove(at: place)
    if rest.last.map({ links.contains($0.lowercased()) }) == true { rest.removeLast() }
    return rest.isEmpty ? nil : (rest.joined(separator: " "), code)
  }

  /// Words between what is counted and its currency.
  private static let links: Set<String> = ["in", "en", "in.", "в", "بـ", "ب", "de"]

  /// Signs and words in the six languages, folded.
  private static let signs: [String: String] = {
    let all = """
      EUR €|euro|euros|евро|欧元|歐元|يورو
      USD us$|$us|usd|u$s|us dollar|us dollars|dollar us|dollars us|dollars américains|dólares estadounidenses|долл сша|доллар сша|доллары сша|долларов сша|美元|دولار أمريكي
      GBP £|pound sterling|pounds sterling|livre sterling|livres sterling|libra esterlina|libras esterlinas|фунт стерлингов|英镑|جنيه استرليني
      CHF fr|sfr|swiss franc|swiss francs|franc suisse|francs suisses|franco suizo|francos suizos|швейцарский франк|瑞士法郎|فرنك سويسري
      CNY rmb|元|人民币|人民幣|yuan|юань|юаней
      JPY 円|日元|yen
      RUB ₽|руб|рубль|рублей|rouble|roubles|ruble|rubles
      INR ₹|rupee|rupees
      KRW ₩|원
      TRY ₺
      UAH ₴|грн
      ILS ₪
      VND ₫
      NGN ₦
      PHP ₱
      THB ฿
      KZT ₸
      KES ksh|kshs
      ZAR rand|rands
      CAD c$|ca$|can$
      AUD a$|au$
      NZD nz$
      HKD hk$
      SGD s$
      TWD nt$
      MXN mx$|mex$
      BRL r$|reais
      """
    let rows = all.split(separator: "\n").flatMap { row in
      row.dropFirst(4).split(separator: "|").map {
        (Folding.folded(String($0)).filter { !$0.isWhitespace }, String(row.prefix(3)))
      }
    }
    return Dictionary(rows) { first, _ in first }
  }()
}

extension Character {
  fileprivate var isDigit: Bool { wholeNumberValue.map { $0 < 10 } == true && !isLetter }
}

/// The sums of a table: a column of them, perhaps one of their currencies, and what the heading says.
struct MoneyColumn {
  private let amount: Int
  /// Where the currency of a row stands, in the file or behind its last column.
  private let currency: Int
  private let headed: String?
  private let point: Character?
  /// Whether the file has a column of currencies.
  let isNamed: Bool

  private static let looked = 500

  /// - Parameters:
  ///   - fields: of the columns.
  ///   - rows: begins to read; what it gives hands out row after row, nil at the end.
  /// - Returns: nil where the table has no sums.
  init?(
    _ titles: [String], fields: [String?], rows: () throws -> () throws -> [String]?
  ) throws {
    guard let amount = fields.firstIndex(of: "amount") else { return nil }
    self.amount = amount
    isNamed = fields.contains("currency")
    currency = fields.firstIndex(of: "currency") ?? titles.count
    headed = MoneyText.heading(titles[amount])?.currency
    let next = try rows()
    var points: Set<Character> = []
    var count = 0
    while count < Self.looked, let row = try next() {
      count += 1
      if amount < row.count, let point = MoneyText.point(in: row[amount]) { points.insert(point) }
    }
    point = points.count == 1 ? points.first : nil
  }

  /// Takes the currency out of the cell of the sum, and writes it where currencies stand.
  /// - Returns: why the row cannot be taken, if it cannot.
  func settle(_ row: inout ImportRow) -> ImportProblem? {
    guard amount < row.cells.count, let cell = row.cells[amount], !cell.trimmed.isEmpty,
      let money = MoneyText(cell, point: point)
    else { return nil }
    row.cells[amount] = money.number
    while row.cells.count <= currency { row.cells.append(nil) }
    let said = row.cells[currency]?.trimmed ?? ""
    let known = said.isEmpty ? nil : MoneyText.currency(said)
    let own = money.isOpen ? nil : money.currency
    let named = known.flatMap { $0.isOpen ? nil : $0.code } ?? (said.isEmpty ? headed : nil)
    if let own, let named, own != named { return .otherCurrency(cell.trimmed, named) }
    if known == nil, !said.isEmpty { return nil }
    // A dollar of nobody's is left to whoever says that it was taken for one.
    if let code = named ?? own { row.cells[currency] = code }
    return nil
  }
}
