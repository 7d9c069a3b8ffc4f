import Model
import Phrases
import Testing

/// Whatever day the program shows in any of its languages, it reads again.
@Suite struct ShownDatesTests {
  private let days = (0..<366).map { Day("2016-01-01")! + $0 }

  @Test(arguments: Phrasebook.languages) func `On the screen`(_ language: String) throws {
    let book = Phrasebook(language)
    for day in days {
      let (year, month, number) = day.parts
      #expect(try WrittenDate.day(book.day(year: year, month: month, day: number)) == day)
      #expect(try WrittenDate.partial(book.month(year: year, month: month)) == day.month.description)
    }
  }

  @Test(arguments: ["ar", "zh", "en", "fr", "ru", "es"]) func `In what is published`(_ language: String)
    throws
  {
    let book = DocumentBook(language)
    for day in days {
      let (year, month, number) = day.parts
      #expect(try WrittenDate.day(book.day(year: year, month: month, day: number)) == day)
    }
  }
}
