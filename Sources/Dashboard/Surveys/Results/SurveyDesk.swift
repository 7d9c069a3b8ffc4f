import Model
import Store

/// A count that comes part by part: what has come so far, and how far it is.
struct SliceCount<Tally: SurveyTallying>: Sendable {
  private var parts: [Int: Tally] = [:]
  private var slices: Int?

  /// The parts to ask for: those that are there, because they may change, and the next one.
  var wanted: ClosedRange<Int> { 0...min(parts.count, max(0, (slices ?? 1) - 1)) }

  mutating func take(_ part: SurveyPart<Tally>, at number: Int) {
    slices = part.slices
    parts[number] = part.tally
    parts = parts.filter { $0.key < max(1, part.slices) }
  }

  var total: Tally { parts.sorted { $0.key < $1.key }.reduce(into: Tally()) { $0.add($1.value) } }

  var isBegun: Bool { slices != nil }

  /// How much is counted, in percent; nil where all is.
  var percent: Int? {
    guard let slices else { return 0 }
    return parts.count >= slices ? nil : parts.count * 100 / slices
  }
}

/// The surveys, their questions and their counts, as far as they have come.
struct SurveyDesk: Sendable {
  private(set) var surveys: [Survey] = []
  private(set) var bank: [RecordID: Question] = [:]
  private var counts: [RecordID: SliceCount<SurveyTally>] = [:]
  private(set) var results: [RecordID: SurveyResults] = [:]

  func survey(_ id: RecordID) -> Survey? { surveys.first { $0.id == id } }

  func waves(of survey: Survey) -> [Survey] { surveys.waves(of: survey) }

  /// How much of a survey is counted, in percent; nil where all is.
  func percent(_ id: RecordID) -> Int? { (counts[id] ?? SliceCount()).percent }

  func wanted(_ id: RecordID) -> ClosedRange<Int> { (counts[id] ?? SliceCount()).wanted }

  mutating func take(_ surveys: [Survey]) {
    self.surveys = surveys
    for id in counts.keys { settle(id) }
  }

  mutating func take(_ questions: [Question]) {
    bank = questions.byID
    for id in counts.keys { settle(id) }
  }

  mutating func take(_ part: SurveyPart<SurveyTally>, at slice: SurveySlice) {
    counts[slice.survey, default: SliceCount()].take(part, at: slice.number)
    settle(slice.survey)
  }

  private mutating func settle(_ id: RecordID) {
    guard let survey = survey(id), let count = counts[id], count.isBegun else { return }
    results[id] = SurveyResults(survey, bank, count.total)
  }
}

/// A pane that shows what surveys found.
protocol SurveyReading: Pane {
  var desk: SurveyDesk { get set }
}

extension SurveyReading {
  /// The questions that bring the results of some surveys.
  func asks(for surveys: [RecordID]) -> [Ask<Self>] {
    let records: [Ask<Self>] = [
      Ask(AllRecords<Survey>()) { $0.desk.take($1) },
      Ask(AllRecords<Question>()) { $0.desk.take($1) },
    ]
    return records
      + surveys.flatMap { id in
        desk.wanted(id).map { number in
          let slice = SurveySlice(id, number: number)
          return Ask(SurveyCounts(slice), .beside) { $0.desk.take($1, at: slice) }
        }
      }
  }
}
