import Testing
import Workbooks

@Suite struct CellFormatTests {
  private func value(_ number: String, code: String) throws -> CellValue? {
    let escaped = code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing(
      "<", with: "&lt;")
    let styles = """
      <numFmts><numFmt numFmtId="165" formatCode="\(escaped)"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="165"/></cellXfs>
      """
    return try ReadWorkbook(
      TestPackage.xlsx("<sheetData><row><c s='1'><v>\(number)</v></c></row></sheetData>", styles: styles)
    ).values["A1"]
  }

  @Test(arguments: [
    "yyyy-mm-dd", "d/m/yy", "m/d/yyyy", "[$-409]d\\-mmm\\-yy;@", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
    "DD.MM.YYYY",
    "yyyy\"年\"m\"月\"d\"日\"", "[$-404]e\"年\"m\"月\"d\"日\"", "[$-411]ggge\"年\"m\"月\"d\"日\"", "mmm yy",
    "[Red]dd/mm;[Blue]dd/mm",
    "\"Day \"d", "[$-1070000]d/m/bbbb", "aaaa d",
  ])
  func `Days are recognised in all languages`(_ code: String) throws {
    #expect(try value("42248", code: code) == .date(CellDay(year: 2015, month: 9, day: 1)))
  }

  @Test(arguments: [
    ("h:mm", "0.5", "12:00"), ("[$-409]h:mm:ss\\ AM/PM;@", "0.424305555555556", "10:11"),
    ("mm:ss.0", "0.00069444", "00:01"),
    ("yyyy-mm-dd hh:mm", "42248.424305555556", "2015-09-01 10:11"), ("d.m.yy h:mm", "0.75", "18:00"),
    ("h:mm", "42248.5", "2015-09-01 12:00"), ("[h]:mm:ss", "1.5", "36:00"),
    ("[mm]:ss", "0.0005787", "00:00:50"),
    ("dd/mm/yyyy", "42248.999", "2015-09-01"), ("h:mm:ss", "0.9999999", "1900-01-01 00:00"),
  ])
  func `Times are recognised, to the second`(_ code: String, _ number: String, _ text: String) throws {
    #expect(try value(number, code: code)?.text == text)
  }

  @Test(arguments: [
    ("General", "42248", "42248"), ("0.00E+00", "441911", "441911"), ("#,##0.00\\ \"DM\"", "12.5", "12.5"),
    ("\"days\" 0", "3", "3"), ("0 \"yd\"", "3", "3"), ("_-* #,##0\\ [$€-407]_-", "7", "7"), ("@", "7", "7"),
    ("# ?/?", "0.5", "0.5"),
    ("[>=1000]0.0,\"k\";0", "1500", "1500"), ("G/通用格式", "42248", "42248"), ("0%", "0.07", "7%"),
    ("0.00%", "0.125", "12.5%"),
    ("0%", "1", "100%"), ("0.0%", "0.29", "29%"),
  ])
  func `Numbers stay numbers`(_ code: String, _ number: String, _ text: String) throws {
    #expect(try value(number, code: code)?.text == text)
  }

  @Test(arguments: [
    ("_-* #,##0.00\\ [$€-407]_-", "7 €"), ("[$$-409]#,##0", "$7"), ("#,##0.00\\ \"DM\"", "7 DM"),
    ("\"CHF\"\\ #,##0.-", "CHF 7"), ("0 \"kg\"", "7 kg"), ("\"+\"#", "+7"), ("€#,##0;-€#,##0", "€7"),
    ("General\" pers.\"", "7 pers."),
  ])
  func `A unit is what the format writes beside a number`(_ code: String, _ shown: String) throws {
    guard case .quantity(7, let unit)? = try value("7", code: code) else {
      Issue.record("no unit in \(code)")
      return
    }
    #expect(unit.around("7") == shown)
  }

  @Test(arguments: ["#,##0_);(#,##0)", "0.0,\"k\"", "[$-409]0", "\"(\"0\")\"", "# ?/?", "0.00E+00", "+0;-0"])
  func `Brackets, signs and thousands are no unit`(_ code: String) throws {
    #expect(try value("7", code: code) == .number(7))
  }

  @Test(arguments: [
    ("00000", "12", "00012"), ("00000", "1234567", "1234567"), ("000\\-00\\-0000", "12345678", "012-34-5678"),
    ("\"+\"00 000", "41220", "+41 220"), ("00000", "12.5", "12.5"), ("00000", "-3", "-3"), ("0", "7", "7"),
    ("000", "0", "000"),
    ("#,##0", "1234", "1234"),
  ])
  func `Leading zeros of a format are shown`(_ code: String, _ number: String, _ text: String) throws {
    #expect(try value(number, code: code)?.text == text)
  }

  @Test(arguments: [
    (0, "1900-01-00"), (1, "1900-01-01"), (59, "1900-02-28"), (60, "1900-02-29"), (61, "1900-03-01"),
    (366, "1900-12-31"),
    (2_958_465, "9999-12-31"), (2_958_466, "2958466"), (-1, "-1"),
  ])
  func `Days count as Excel counts them, with a false leap day`(_ serial: Int, _ text: String) throws {
    #expect(try value("\(serial)", code: "yyyy-mm-dd")?.text == text)
  }

  @Test(arguments: [
    (9, "0.07", "7%"), (14, "42248", "2015-09-01"), (22, "42248.5", "2015-09-01 12:00"), (20, "0.5", "12:00"),
    (46, "1.5", "36:00"),
    (31, "42248", "2015-09-01"), (55, "0.5", "12:00"), (1, "7", "7"), (49, "7", "7"),
  ])
  func `Formats known by their number need no code`(_ id: Int, _ number: String, _ text: String) throws {
    let bytes = TestPackage.xlsx(
      "<sheetData><row><c s='0'><v>\(number)</v></c></row></sheetData>",
      styles: "<cellXfs><xf numFmtId='\(id)'/></cellXfs>")
    #expect(try ReadWorkbook(bytes).texts["A1"] == text)
  }

  @Test(arguments: [
    ("0.30000000000000004", "0.3"), ("0.1", "0.1"), ("441911000000", "441911000000"),
    ("4.41911E+11", "441911000000"),
    ("12345678901234567", "12345678901234568"), ("1E-7", "0.0000001"), ("-0", "0"), ("1e300", "1e+300"),
    ("99999.99999999999999", "100000"),
    ("123456.7890123456", "123456.789012346"), ("0.99999999999999989", "1"), ("-2.5", "-2.5"),
    ("1e22", "10000000000000000000000"),
    ("0.000012300000000000001", "0.0000123"), ("NaN", "NaN"), ("1,5", "1,5"),
  ])
  func `Numbers are plain decimals of what is seen`(_ written: String, _ text: String) throws {
    let bytes = TestPackage.xlsx("<sheetData><row><c><v>\(written)</v></c></row></sheetData>")
    #expect(try ReadWorkbook(bytes).texts["A1"] == text)
  }
}
