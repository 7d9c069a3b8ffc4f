import Model
import Phrases

/// Says in words what a query asks for, and what is wrong with it.
public struct QuerySentences: Sendable {
  public let look: Look
  private let words: QueryWords

  public init(_ look: Look) {
    self.look = look
    words = .of(look.language)
  }

  /// "country Kenya, language not French, joined before Jun 2015".
  public func explanation(of query: StakeholderQuery) -> String {
    look.list(query.clauses.compactMap(sentence))
  }

  private func sentence(_ clause: QueryClause) -> String? {
    switch (clause.condition, clause.isNegated) {
    case (.retired, _): return clause.scope == true ? look.say(.retiredOnly) : nil
    case (.dimension(let dimension, let codes), let isNegated):
      return sentence(dimension, values(dimension, codes), isNegated: isNegated)
    case (.empty(let names), true): return look.say(.queryHas, .text(noun(names)))
    case (.filled(let names), true): return look.say(.queryHasNo, .text(noun(names)))
    case (.stated(let dimension), true): return look.say(.queryHasNo, .text(noun(.of(dimension))))
    case (let condition, false): return sentence(condition)
    case (let condition, true): return look.say(.queryNot, .text(sentence(condition)))
    }
  }

  private func sentence(_ condition: QueryCondition) -> String {
    switch condition {
    case .words(let text), .phrase(let text): look.say(.queryWords, .text(text))
    case .dimension(let dimension, let codes):
      sentence(dimension, values(dimension, codes), isNegated: false)
    case .every(let dimension, let codes):
      sentence(dimension, words.label(dimension, every: codes) ?? values(dimension, codes), isNegated: false)
    case .stated(let dimension): look.say(.queryHas, .text(noun(.of(dimension))))
    case .text(let names, let text): look.say(.queryContains, .text(noun(names)), .text(text))
    case .empty(let names): look.say(.queryHasNo, .text(noun(names)))
    case .filled(let names): look.say(.queryHas, .text(noun(names)))
    case .days(let name, let range): days(noun([name]), range)
    case .id(let id): look.say(.queryIs, .text(noun(["id"])), .text(id))
    case .retired: look.say(.retiredOnly)
    case .any(let conditions): or(conditions.map(sentence))
    }
  }

  /// What is asked for most goes without the name of its field.
  private func sentence(_ dimension: Dimension, _ values: String, isNegated: Bool) -> String {
    switch dimension {
    case .country: look.say(isNegated ? .queryNotInCountry : .queryInCountry, .text(values))
    case .language: look.say(isNegated ? .querySpeaksNo : .querySpeaks, .text(values))
    case .kind, .roles: look.say(isNegated ? .queryNotBeing : .queryBeing, .text(values))
    default:
      look.say(isNegated ? .queryIsNot : .queryIs, .text(noun(.of(dimension))), .text(values))
    }
  }

  private func values(_ dimension: Dimension, _ codes: Set<String>) -> String {
    let names = codes.map {
      (code: $0, name: $0.isEmpty ? look.say(.notStated) : words.label(dimension, $0) ?? $0)
    }
    // "Not stated" comes last.
    return or(
      names.sorted { ($0.code.isEmpty ? 1 : 0, $0.name) < ($1.code.isEmpty ? 1 : 0, $1.name) }.map(\.name))
  }

  private func or(_ parts: [String]) -> String {
    parts.dropFirst().reduce(parts.first ?? "") { look.say(.queryOr, .text($0), .text($1)) }
  }

  private func noun(_ field: QueryField) -> String { words.name(field).replacing("_", with: " ") }

  /// What the fields are called together.
  private func noun(_ names: [String]) -> String {
    let field = QueryField.all.first { field in
      switch field.subject {
      case .text(let own): own == names
      case .day(let own), .flag(let own): [own] == names
      case .retired: names == ["retired"]
      case .id: names == ["id"]
      default: false
      }
    }
    return field.map(noun) ?? names.joined(separator: " ")
  }

  // MARK: Days

  private func days(_ noun: String, _ range: DayRange) -> String {
    switch (range.from, range.until) {
    case (nil, nil): look.say(.queryHas, .text(noun))
    case (let from?, nil): look.say(.querySince, .text(noun), .text(short(from)))
    case (nil, let until?): look.say(.queryBefore, .text(noun), .text(short(until)))
    case (let from?, let until?): period(noun, from, until)
    }
  }

  private func period(_ noun: String, _ from: Day, _ until: Day) -> String {
    let (first, next) = (from.parts, until.parts)
    if until - from == 1 { return look.say(.queryIn, .text(noun), .text(look.day(from))) }
    if first.day == 1, until == from.month.last + 1 {
      return look.say(.queryIn, .text(noun), .text(look.month(from.month)))
    }
    if first.month == 1, first.day == 1, next.month == 1, next.day == 1, next.year == first.year + 1 {
      return look.say(.queryIn, .text(noun), .text(String(first.year)))
    }
    return look.say(
      .queryBetween, .text(noun), .text(look.day(from)), .text(look.day(until + -1)))
  }

  /// The first of a month is said as the month.
  private func short(_ day: Day) -> String { day.parts.day == 1 ? look.month(day.month) : look.day(day) }

  // MARK: Problems

  public func phrase(_ problem: QueryProblem) -> Phrase {
    switch (problem.reason, problem.suggestion) {
    case (.unknownField(let name), let near?): Phrase(.queryFieldNear, .text(name), .text(near))
    case (.unknownField(let name), nil): Phrase(.queryFieldUnknown, .text(name))
    case (.unknownValue(let field, let value), let near?):
      Phrase(.queryValueNear, .text(noun(field)), .text(value), .text(near))
    case (.unknownValue(let field, let value), nil):
      Phrase(.queryValueUnknown, .text(noun(field)), .text(value))
    case (.malformedDay(_, let value), _): Phrase(.queryDay, .text(value), .phrase(dayHint))
    case (.missingValue(let field), _): Phrase(.queryValueMissing, .text(noun(field)))
    case (.noWords(_, let value), _): Phrase(.queryNoWords, .text(value))
    case (.tooMany, _): Phrase(.queryTooMany)
    }
  }

  var dayHint: Phrase { Phrase(.queryDayHint) }
}
