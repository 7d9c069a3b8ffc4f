import Model
import Phrases
import Typesetting

extension FieldWords {
  /// Entries of several parts as people read them, one text for each.
  public static func entries(_ field: String, _ parts: [Part], _ text: String, _ look: Look) -> [String] {
    ListText.entries(of: text).map { entry($0, of: field, parts, look) }
  }

  private static func entry(_ text: String, of field: String, _ parts: [Part], _ look: Look) -> String {
    switch field {
    case "participation":
      if let participation = try? Participation(text) { return words(participation, look) }
    case "affiliations": if let affiliation = try? Affiliation(text) { return words(affiliation, look) }
    case "barrier_steps": if let step = try? BarrierStep(text) { return words(step, look) }
    case "availability":
      if let entry = try? Availability(text) { return words(entry, look) }
    case "releases":
      if let release = try? Release(text) { return look.words([release.who, look.moment(release.at)]) }
    case "offers", "needs": if let capacity = try? Capacity(text) { return words(capacity, look) }
    default: break
    }
    return look.words(
      zip(parts, ListText.parts(of: text)).map { part, text in
        Self.shown(part.name, part.entry, text, look)
      })
  }

  private static func words(_ entry: Participation, _ look: Look) -> String {
    let act =
      entry.count == 1
      ? look.word("act", entry.kind.rawValue)
      : "\(look.phrases.number(entry.count)) \(look.word("participation", entry.kind.rawValue))"
    return look.words([look.about(entry.deliverable, act), entry.day.map(look.day) ?? ""])
  }

  public static func words(_ entry: Affiliation, _ look: Look) -> String {
    look.words([entry.organization, place(entry, look)])
  }

  /// What somebody does in an organization, and since when: "director (since 2011)".
  public static func place(_ entry: Affiliation, _ look: Look) -> String {
    look.bracketed(entry.role, span(entry, look))
  }

  private static func span(_ entry: Affiliation, _ look: Look) -> String {
    let (from, to) = (look.partialDay(entry.from), look.partialDay(entry.to))
    if from.isEmpty { return to.isEmpty ? "" : look.say(.spanUntil, .text(to)) }
    return to.isEmpty ? look.say(.spanSince, .text(from)) : look.say(.spanBoth, .text(from), .text(to))
  }

  private static func words(_ entry: BarrierStep, _ look: Look) -> String {
    let due = entry.due.map { look.say(.stepDue, .text(look.day($0))) } ?? ""
    let step = look.about(look.word("barriers", entry.barrier.rawValue), entry.step)
    return look.words([step, due, entry.isDone ? word("done", "yes", look) : ""])
  }

  /// "22 Feb 2016 to 23 Feb 2016: away".
  private static func words(_ entry: Availability, _ look: Look) -> String {
    let (from, to) = (entry.from.map(look.day), entry.to.map(look.day))
    let span =
      switch (from, to) {
      case (nil, nil): ""
      case (let from?, nil): look.say(.spanSince, .text(from))
      case (nil, let to?): look.say(.spanUntil, .text(to))
      case (let from?, let to?): from == to ? from : look.say(.spanBoth, .text(from), .text(to))
      }
    let what = look.say(entry.isAway ? .pressAway : .pressAvailable)
    return look.words([look.about(span, what), entry.note])
  }

  public static func words(_ entry: Capacity, _ look: Look) -> String {
    look.bracketed(
      look.about(look.word("capacity", entry.kind.rawValue), entry.subject),
      entry.until.map { look.say(.spanUntil, .text(look.day($0))) } ?? "")
  }

  /// What is to be noticed about a field of a record, beside its value.
  public static func remarks<R: Record>(_ field: String, of record: R, _ look: Look) -> [Span] {
    if let ruling = record as? Ruling { return sides(field, of: ruling, look).map { Span($0, .due) } }
    if let message = record as? Message { return adopted(field, of: message, look) }
    if field == "audience", let sign = (record as? Stakeholder)?.audienceSign {
      let audience = look.word("audience", sign.audience.rawValue)
      return [
        Span(
          look.say(.audienceBySign, .text(audience), .text(look.word("audience_sign", sign.rawValue))), .quiet
        )
      ]
    }
    guard field == "barriers", let stakeholder = record as? Stakeholder else { return [] }
    return stakeholder.unplannedBarriers.map {
      Span(look.say(.noStepPlanned, .text(look.word("barriers", $0.rawValue))), .due)
    }
  }

  /// The words of the decision, below where the office writes its own.
  private static func adopted(_ field: String, of message: Message, _ look: Look) -> [Span] {
    guard let text = message.adopted?.text else { return [] }
    let words = field == Message.textField("zh") ? text.zh : field == Message.textField("en") ? text.en : nil
    return words.map { [Span(look.say(.messageAdopted, .text($0)), .quiet)] } ?? []
  }
}

extension Look {
  /// A day, a month or a year as people write it; anything else as it is.
  func partialDay(_ text: String) -> String {
    if let day = Day(text) { return self.day(day) }
    if let month = Month(text) { return self.month(month) }
    return Day(text + "-01-01") == nil ? text : say(.yearFormat, .text(text))
  }

  /// Those of the words that there are, strung together.
  public func words(_ words: [String]) -> String { list(words.filter { !$0.isEmpty }) }

  /// How many there are of each: "done: 2, under way: 4". A word before its number is right for one and for many; what there
  /// is none of goes unsaid.
  public func tally<Code>(_ codes: [Code], _ word: (Code) -> String, _ count: (Code) -> Int) -> String {
    let counted = codes.map { ($0, count($0)) }.filter { $0.1 > 0 }
    return list(counted.map { labelled(word($0.0), phrases.number($0.1)) })
  }

  /// Those of the texts that there are, with dots between them: what several things say of one record.
  public func dotted(_ texts: [String]) -> String { texts.filter { !$0.isEmpty }.joined(separator: " · ") }

  /// "Pollination: meeting"; one of the two alone where there is no other.
  public func about(_ subject: String, _ what: String) -> String {
    if subject.isEmpty || what.isEmpty { return subject + what }
    return say(.labelled, .text(subject), .text(what))
  }
}
