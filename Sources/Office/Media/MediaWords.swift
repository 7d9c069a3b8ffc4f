import Model
import Phrases
import Store

/// What figures and filters of the media are called.
public struct MediaWords: Sendable {
  public let look: Look
  public let launches: [Launch]
  public let feeds: [Feed]

  public init(_ look: Look, _ launches: [Launch] = [], _ feeds: [Feed] = []) {
    (self.look, self.launches, self.feeds) = (look, launches, feeds)
  }

  private func stated(_ code: String, _ word: (String) -> String) -> String {
    code.isEmpty ? look.say(.notStated) : word(code)
  }

  public func kind(_ code: String) -> String { stated(code) { look.word("outlet_kind", $0) } }
  public func tone(_ code: String) -> String { stated(code) { look.word("tone", $0) } }
  public func language(_ code: String) -> String { stated(code) { Language.name($0, in: look.language) } }
  public func country(_ code: String) -> String {
    stated(code) { Country.of($0)?.shortName(in: look.language) ?? $0 }
  }
  public func message(_ code: String) -> String {
    code.isEmpty ? look.say(.mediaNoMessage) : look.word("messages", code)
  }
  public func flag(_ flag: CoverageFilter.Flag) -> String { look.word("field", flag.rawValue) }
  public func launch(_ id: RecordID) -> String {
    stated(id) { id in launches.first { $0.id == id }.map { look.title(of: $0) } ?? id }
  }
  public func feed(_ id: RecordID) -> String { stated(id) { id in feeds.first { $0.id == id }?.name ?? id } }

  /// "41 items · 27 stories".
  public func count(_ count: MediaCount) -> String {
    look.say(.mediaItemCount, .number(count.items)) + " · "
      + look.say(.mediaStoryCount, .number(count.stories))
  }

  /// What a filter lets through, in a line; empty where that is everything.
  public func sentence(_ filter: CoverageFilter) -> String {
    var parts: [String] = []
    if let period = period(filter) { parts.append(period) }
    func add(_ codes: Set<String>, _ word: (String) -> String) {
      if !codes.isEmpty { parts.append(codes.sorted().map(word).joined(separator: "/")) }
    }
    add(filter.kinds, kind)
    add(filter.languages, language)
    add(filter.countries, country)
    add(filter.tones, tone)
    add(filter.messages) { $0.isEmpty ? look.say(.mediaNoMessage) : $0 }
    add(Set(filter.flags.map(\.rawValue))) { look.word("field", $0) }
    add(filter.launches, launch)
    add(filter.feeds, feed)
    if filter.story != nil { parts.append(look.say(.mediaOneStory)) }
    return look.list(parts)
  }

  public func period(_ filter: CoverageFilter) -> String? {
    switch (filter.first, filter.last) {
    case (nil, nil): nil
    case (let first?, nil): "\(look.day(first)) –"
    case (nil, let last?): "– \(look.day(last))"
    case (let first?, let last?): first == last ? look.day(first) : "\(look.day(first)) – \(look.day(last))"
    }
  }
}
