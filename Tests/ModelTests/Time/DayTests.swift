import Model
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2), ("2015-09-15", 16_693, 2),
    ("2016-02-22", 16_853, 1), ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
  ])
  func `Counts from 1970`(_ text: String, number: Int, weekday: Int) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
  }

  @Test func `Every day of 800 years follows the one before`() {
    var before = Day(year: 1599, month: 12, day: 31)!
    for number in before.number + 1...before.number + 292_194 {
      let day = Day(number: number)
      let (year, month, date) = day.parts
      #expect(Day(year: year, month: month, day: date) == day)
      if date == 1 { #expect(before.parts.day >= 28 && before.month + 1 == day.month) }
      before = day
    }
  }

  @Test(arguments: [
    "2015-02-29", "1900-02-29", "2015-13-01", "2015-00-10", "2015-1-1", "15-09-2015", "2015/09/15",
    "2015-09-15 ", "٢٠١٥-٠٩-١٥", "0000-01-01", "+015-01-01", "", "2015-09",
  ])
  func `Is no day`(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `Months know their days`() {
    #expect(Month("2016-02")?.last.description == "2016-02-29")
    #expect(Month("2100-02")?.last.description == "2100-02-28")
    #expect(Month(year: 2015, month: 11) + 3 == Month(year: 2016, month: 2))
    #expect(Month(year: 2015, month: 1) + -1 == Month(year: 2014, month: 12))
    #expect(Month("2015-13") == nil)
  }
}
