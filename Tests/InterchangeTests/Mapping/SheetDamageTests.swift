import Testing

@testable import Interchange

/// What spreadsheets make of texts is known again beside the text, and nothing else is.
@Suite struct SheetDamageTests {
  @Test(arguments: [
    ("1", "+0001"), ("7", "007"), ("11555010", "+00011555010"), ("4.42E+11", "442012345678"), ("1.1", "1.10"),
    ("100000", "1E5"), ("01-Feb", "1-2"), ("02-Jan", "1-2"), ("2015-02-01 00:00:00", "1-2"),
    ("01/02/2026", "1-2"),
    ("Mar-12", "3-2012"), ("01-févr", "1/2"), ("01-Mar", "MAR1"),
    ("12345678901234500000", "12345678901234567890"),
    ("TRUE", "true"), ("10:30:00", "10:30"),
  ])
  func `A cell is what became of the stored text`(_ cell: String, _ text: String) {
    #expect(SheetDamage.isMade(cell, of: text, isPhone: false))
  }

  @Test(arguments: [
    ("007", "7"), ("8", "007"), ("07", "007"), ("4.43E+11", "442012345678"), ("03-Feb", "1-2"),
    ("wetlands", "1-2"),
    ("1-2", "1-2"), ("2", "1-2"), ("Ana", "ana"), ("+1", "1"),
  ])
  func `Another value is another value`(_ cell: String, _ text: String) {
    #expect(!SheetDamage.isMade(cell, of: text, isPhone: false))
  }

  @Test func `Two zeros before a number abroad are its plus`() {
    #expect(SheetDamage.isMade("0049 30 1234", of: "+49 30 1234", isPhone: true))
    #expect(!SheetDamage.isMade("0049 30 1234", of: "+49 30 1235", isPhone: true))
    #expect(!SheetDamage.isMade("0049 30 1234", of: "+49 30 1234", isPhone: false))
  }

  @Test(arguments: [
    ("49301234", "+49 30 1234"), ("49 30 1234", "+49 30 1234"), ("44 20 7123 4567", "+44 20 7123 4567"),
    ("442071234567", "+44 20 7123 4567"), ("442071234567", "+44 (20) 7123-4567"), ("301234", "030 1234"),
  ])
  func `A telephone number without plus and zeros is what is stored, whatever its blanks`(
    _ cell: String, _ text: String
  ) {
    #expect(SheetDamage.isMade(cell, of: text, isPhone: true))
    #expect(!SheetDamage.isMade(cell, of: text, isPhone: false))
  }

  @Test(arguments: [
    ("49301235", "+49 30 1234"), ("049301234", "+49 30 1234"), ("493012345", "+49 30 1234 ext. 5"),
    ("49301234 x", "+49 30 1234"), ("+49301234", "49 30 1234"),
  ])
  func `Another telephone number is another one`(_ cell: String, _ text: String) {
    #expect(!SheetDamage.isMade(cell, of: text, isPhone: true))
  }
}
