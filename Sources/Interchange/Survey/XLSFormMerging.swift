import Model

/// What a form says of a question or survey that is stored already: what it has no word for stays as it is.
extension XLSFormReader {
  public func merged(_ new: Question, into old: Question) -> Question {
    var merged = new
    merged.version = old.version
    merged.wording = joined(new.wording, old.wording)
    merged.choices = joined(new.choices, old.choices)
    merged.rows = joined(new.rows, old.rows)
    guard !isOurs else { return merged }
    (merged.name, merged.topic, merged.note) = (old.name, old.topic, old.note)
    if merged.most == 0 { merged.most = old.type == new.type ? old.most : 0 }
    return merged
  }

  public func merged(_ new: Survey, into old: Survey) -> Survey {
    var merged = old
    merged.questions = new.questions
    if !new.titles.isEmpty { merged.titles = joined(new.titles, old.titles) }
    if !new.introduction.isEmpty { merged.introduction = joined(new.introduction, old.introduction) }
    guard isOurs else { return merged }
    (merged.name, merged.purpose, merged.series) = (new.name, new.purpose, new.series)
    // The store refuses another promise than the one that was made.
    (merged.anonymity, merged.languages) = (new.anonymity, new.languages)
    return merged
  }

  /// Words in languages that the form has no column for stay.
  private func joined(_ new: Wording, _ old: Wording) -> Wording {
    var words = new
    for (tag, text) in old.texts where !languages.contains(tag) { words[tag] = text }
    return words
  }

  private func joined(_ new: [QuestionChoice], _ old: [QuestionChoice]) -> [QuestionChoice] {
    new.map { choice in
      guard let known = old.first(where: { $0.code == choice.code }) else { return choice }
      return QuestionChoice(code: choice.code, wording: joined(choice.wording, known.wording))
    }
  }
}
