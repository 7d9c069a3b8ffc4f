import Model

/// The formulas of spreadsheets, as far as files of text have them in their cells.
enum CellFormula {
  /// What spreadsheets write where a formula failed: in their own words, and by number in LibreOffice and OpenOffice; or
  /// where a column was too narrow for a number.
  static func isFailed(_ text: String) -> Bool {
    if text.utf8.first == UInt8(ascii: "#") {
      let isNarrow = text.utf8.count > 2 && text.utf8.allSatisfy { $0 == UInt8(ascii: "#") }
      return isNarrow || failures.contains(text.uppercased())
    }
    guard text.utf8.count < 24, text.utf8.suffix(3).allSatisfy({ (0x30...0x39).contains($0) }) else {
      return false
    }
    let before = text.dropLast(3)
    guard before.hasSuffix(":") || before.hasSuffix("：") else { return false }
    return errors.contains(String(before.dropLast()).trimmed.lowercased())
  }

  /// The word before the number of an error: LibreOffice has it in the language of whoever saved the file.
  private static let errors: Set<String> = [
    "err", "error", "erreur", "fehler", "ошибка", "错误", "錯誤", "خطأ", "errore", "erro", "błąd", "fout",
  ]

  /// In capitals: Excel in the six languages, German, Italian and Portuguese; Google Sheets; Bloomberg.
  private static let failures: Set<String> = [
    "#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#DIV/0", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
    "#FIELD!", "#GETTING_DATA", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#PYTHON!", "#ERROR!",
    "#N/A N/A", "#N/A FIELD NOT APPLICABLE", "#REFERENCE!",
    "#NOM?", "#VALEUR!", "#NUL!", "#NOMBRE!", "#PROPAGATION!", "#CALCUL!", "#CHAMP!",
    "#N/D", "#¿NOMBRE?", "#NOMBRE?", "#¡VALOR!", "#VALOR!", "#¡REF!", "#¡DIV/0!", "#¡NUM!", "#¡NULO!",
    "#NULO!",
    "#¡DESBORDAMIENTO!", "#DESBORDAMIENTO!", "#¡CALC!",
    "#Н/Д", "#ССЫЛКА!", "#ИМЯ?", "#ЗНАЧ!", "#ДЕЛ/0!", "#ЧИСЛО!", "#ПУСТО!", "#ПЕРЕНОС!", "#ПЕРЕПОЛНЕНИЕ!",
    "#ВЫЧИСЛ!",
    "#NV", "#BEZUG!", "#WERT!", "#ZAHL!", "#LEER!", "#ÜBERLAUF!", "#KALK!", "#FELD!",
    "#NOME?", "#RIF!", "#VALORE!", "#NULLO!", "#ESPANSIONE!", "#DESPEJAR!",
  ]

  /// The text of `="text"`; nil for a formula that does more.
  static func text(of text: String) -> String? {
    guard text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3 else { return nil }
    let inner = String(text.dropFirst(2).dropLast()).replacing("\"\"", with: "\u{0}")
    return inner.contains("\"") ? nil : inner.replacing("\u{0}", with: "\"")
  }

  /// The number that somebody is called by, which a spreadsheet took for a formula: `=+41220000000`.
  static func number(of text: String) -> String? {
    guard text.utf8.first == UInt8(ascii: "=") else { return nil }
    let number = String(text.dropFirst()).trimmed
    return isNumber(number) && number.utf8.count > 5 ? number : nil
  }

  /// `'+41 22`, `'00123`: the apostrophe keeps a spreadsheet from taking the text for a number.
  static func number(behindMark text: String) -> String? {
    guard text.utf8.first == UInt8(ascii: "'") else { return nil }
    let number = String(text.dropFirst()).trimmed
    return isNumber(number) ? number : nil
  }

  private static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /\+?\(?\+?[0-9][0-9 ().\/,\-\u{A0}]*/) != nil
  }

  /// Whether a cell is a formula and not only a text that begins with its sign: it calls a function, names a cell, or
  /// counts.
  static func isOne(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "="), text.utf8.count > 1 else { return false }
    let body = text.dropFirst().drop { "+-@({ ".contains($0) }
    if body.utf8.first == UInt8(ascii: "\"") { return body.contains("&") || body.hasSuffix("\"") }
    return body.prefixMatch(of: /[\p{L}_][\p{L}0-9_.]*\(.*\)/) != nil
      || body.prefixMatch(of: /('[^']+'|[\p{L}0-9_.]+)!\$?[A-Za-z]/) != nil
      || body.wholeMatch(of: /\$?[A-Za-z]{1,3}\$?[0-9]{1,7}([-+*\/^&:;,<>=%) ].*)?/) != nil
      || body.wholeMatch(of: /[0-9][-0-9.,+*\/^&%() A-Z$:]*/) != nil
  }
}

/// Telephones as addresses of the net (RFC 3966).
enum PhoneScheme {
  /// The numbers without `tel:`.
  static func removed(from text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ":")), text.lowercased().contains("tel:") else { return text }
    return text.replacing(";ext=", with: " ext. ").replacing(/(?i)\btel:\s*/, with: "")
  }
}
