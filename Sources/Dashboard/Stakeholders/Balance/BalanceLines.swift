import Model
import Office
import Phrases
import Terminal

/// A row of the balance: a heading, a part of a gap, or what has none.
struct BalanceLine: Sendable {
  var spans: [Span]
  /// Which gap it belongs to.
  var gap: Int?

  /// The rule by which gaps are found.
  static func rule(of pane: BalancePane, _ look: Look) -> [String] {
    let rule = look.say(.balanceRule, .text(look.word("scheme", pane.scheme.rawValue)))
    return Wrapping.lines(rule, columns: max(10, pane.size.columns - 2))
  }

  static func lines(of pane: BalancePane, _ look: Look) -> [BalanceLine] {
    guard let balance = pane.balance else { return [BalanceLine(spans: [Span("…", .quiet)])] }
    let words = BalanceWords(look: look)
    let width = max(10, pane.listWidth - 5)
    var lines: [BalanceLine] = []
    var number = 0
    for comparison in balance.comparisons where !comparison.gaps.isEmpty {
      if !lines.isEmpty { lines.append(BalanceLine(spans: [])) }
      lines.append(
        BalanceLine(spans: [
          Span(words.title(comparison), .heading), Span("  " + words.stated(comparison), .quiet),
        ]))
      for gap in comparison.gaps {
        let mark = (gap.isNobody ? Mark.missing.inked(.late) : .pressing).said("")
        for (offset, text) in Wrapping.lines(words.sentence(gap), columns: width).enumerated() {
          lines.append(BalanceLine(spans: [offset == 0 ? mark : Span("  "), Span(text)], gap: number))
        }
        number += 1
      }
    }
    return lines + closing(balance, words, width: width, isFirst: lines.isEmpty, look)
  }

  /// What nobody states cannot be balanced; and what has no gap.
  private static func closing(
    _ balance: Balance, _ words: BalanceWords, width: Int, isFirst: Bool, _ look: Look
  ) -> [BalanceLine] {
    let whole = balance.comparisons.filter(\.gaps.isEmpty)
    let unstated = whole.filter { $0.stated == 0 && $0.within == nil }.map(words.name)
    let silent = Set(whole.filter { $0.stated == 0 }.map(words.name))
    let even = whole.map(words.name).filter { !silent.contains($0) }
    var sentences: [String] = []
    if !unstated.isEmpty { sentences.append(look.say(.balanceUnstated, .text(look.list(unstated)))) }
    if !even.isEmpty { sentences.append(look.say(.balanceEven, .text(look.list(even)))) }
    return sentences.flatMap { sentence in
      [BalanceLine(spans: [])]
        + Wrapping.lines(sentence, columns: width).map { BalanceLine(spans: [Span($0, .quiet)]) }
    }.dropFirst(isFirst ? 1 : 0).map { $0 }
  }
}

/// Gaps in words.
struct BalanceWords {
  let look: Look

  func name(_ comparison: Balance.Comparison) -> String {
    let name = look.phrases.label("field", comparison.dimension.rawValue)
    guard let within = comparison.within else { return name }
    return look.say(
      .balanceBy, .text(name), .text(look.phrases.label("field", within.rawValue)))
  }

  func title(_ comparison: Balance.Comparison) -> String {
    let name = look.phrases.label("column", comparison.dimension.rawValue)
    guard let within = comparison.within else { return name }
    return look.say(
      .balanceTitle, .text(name), .text(look.phrases.label("column", within.rawValue)))
  }

  /// How many say anything of it at all.
  func stated(_ comparison: Balance.Comparison) -> String {
    look.say(.balanceStated, .number(comparison.stated), .number(comparison.total))
  }

  func sentence(_ gap: Balance.Gap) -> String {
    switch (gap.value, gap.within) {
    case (let value?, let within?): gap.isNobody ? nobody(value, within, gap) : few(value, within, gap)
    default:
      gap.isNobody
        ? nobody(gap) : look.say(.balanceFew, .text(look.list(gap.places.map { share($0, gap.dimension) })))
    }
  }

  private func word(_ dimension: Dimension, _ value: String) -> String {
    FieldWords.word(dimension.rawValue, value, look)
  }

  /// "nobody from 3 of 18: …", "no women".
  private func nobody(_ gap: Balance.Gap) -> String {
    guard gap.dimension.scheme != nil else {
      return look.list(gap.places.map { look.word("nobody", $0.value) })
    }
    return look.say(.balanceNobodyFrom, .text(groups(gap, gap.dimension)))
  }

  private func nobody(_ value: String, _ within: Dimension, _ gap: Balance.Gap) -> String {
    let who = look.word("nobody", value)
    if within.scheme != nil { return look.say(.balanceWithinRegion, .text(who), .text(groups(gap, within))) }
    return look.say(
      .balanceWithin, .text(who), .text(look.phrases.label("field", within.rawValue)),
      .text(groups(gap, within)))
  }

  private func few(_ value: String, _ within: Dimension, _ gap: Balance.Gap) -> String {
    let places = look.list(gap.places.map { share($0, within) })
    return look.say(.balanceFewWithin, .text(word(gap.dimension, value)), .text(places))
  }

  /// One group by its name, several with how many there are in all.
  private func groups(_ gap: Balance.Gap, _ dimension: Dimension) -> String {
    let names = look.list(gap.places.map { word(dimension, $0.value) })
    guard gap.places.count > 1 else { return names }
    return look.say(.balanceGroups, .number(gap.places.count), .number(gap.of), .text(names))
  }

  private func share(_ place: Balance.Place, _ dimension: Dimension) -> String {
    let percent = place.of == 0 ? 0 : (place.count * 100 + place.of / 2) / place.of
    return look.say(
      percent == 0 ? .balanceShareSmall : .balanceShare, .text(word(dimension, place.value)),
      .text(look.phrases.number(place.count)), .text(look.phrases.number(place.of)),
      .text(String(max(1, percent))))
  }
}
