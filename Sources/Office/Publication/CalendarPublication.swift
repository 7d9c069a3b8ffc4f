import Foundation
import Interchange
import Model
import Phrases

/// The public calendar as files of one folder: all events for calendar programs, a page in each language, and a file of
/// each event. The same store and day make the same bytes.
public struct CalendarPublication {
  private let programme: Programme
  private let events: [Event]
  private let stamp: Int
  private let asOf: Day
  private let languages: [String]
  private let address: String

  /// - Parameters:
  ///   - stamp: when the store was last written, in seconds since 1970.
  ///   - asOf: what was before is past.
  ///   - languages: of the pages; the first one also of the files.
  ///   - address: where the folder will be found; empty where nobody said.
  public init(
    _ programme: Programme, stamp: Int, asOf: Day, languages: [String], address: String = ""
  ) {
    (self.programme, self.stamp, self.asOf) = (programme, stamp, asOf)
    (self.languages, self.address) = (languages, address)
    events = programme.events.filter { $0.isPublic && $0.start != nil }
  }

  /// How many events there are.
  public var count: Int { events.count }
  /// How many files stand before those of single events.
  public var pages: Int { 1 + languages.count }

  /// Times of a series that were moved stand in the file of the series.
  private var own: [Event] {
    let series = Set(events.filter { $0.replaced == nil }.map(\.calendarUID))
    return events.filter { $0.replaced == nil || !series.contains($0.calendarUID) }
  }

  /// In the order of `files`.
  public var names: [String] {
    ["calendar.ics"] + languages.map(CalendarPage.name) + own.map(CalendarPage.file)
  }

  public func files() -> [[UInt8]] {
    var export = CalendarExport()
    export.isPublic = true
    let words = Phrasebook(languages.first ?? "en")
    let whole = export.file(of: programme, stamp: stamp, book: words, asOf: asOf).bytes
    let title = DocumentBook(languages.first ?? "en").say(.calendarTitle)
    let single = own.map { event in
      var writer = ICalendarWriter(name: title, stamp: stamp, for: .everybody)
      writer.add(event)
      for moved in events
      where moved.replaced != nil && moved.calendarUID == event.calendarUID && moved.id != event.id {
        writer.add(moved)
      }
      return writer.file()
    }
    return [whole] + languages.map { page($0).file(events) } + single
  }

  /// What calls an event in an address of the page, for those that have one place there.
  var anchors: [(event: Event, anchor: String)] {
    events.compactMap { event in CalendarPage.anchor(of: event).map { (event, $0) } }
  }

  private func page(_ language: String) -> CalendarPage {
    var settings = CalendarPage.Settings(asOf: asOf)
    (settings.address, settings.languages) = (address, languages)
    let named = Set(events.map(\.launch))
    for launch in programme.launches where named.contains(launch.id) {
      settings.launches[launch.id] = launch.title
    }
    return CalendarPage(language: language, settings)
  }

  /// The files of single events in a folder that are published no more.
  public static func left(in folder: String, besides names: [String]) -> [String] {
    let known = Set(names)
    let all = (try? FileManager.default.contentsOfDirectory(atPath: PersonalFolder.expanded(folder))) ?? []
    return all.filter { $0.hasPrefix("event-") && $0.hasSuffix(".ics") && !known.contains($0) }.sorted()
  }
}
