import Interchange
import Model
import Phrases
import Store

/// Tells a list of stakeholders of an opportunity: counts those who may be told, and notes it. The letters
/// themselves are written elsewhere.
public struct TellErrand: Errand {
  public let opportunity: Opportunity
  public let filter: StakeholderFilter
  public let channel: Channel?
  public let day: Day
  public let note: String

  public init(opportunity: Opportunity, filter: StakeholderFilter, channel: Channel?, day: Day, note: String)
  {
    (self.opportunity, self.filter, self.channel, self.day, self.note) = (
      opportunity, filter, channel, day, note
    )
  }

  public var title: Phrase { Phrase(.commandTellList) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Tellable.Answer {
    let answer = try library.read(Tellable(filter))
    try progress.report(1, of: 1)
    guard answer.told > 0 else { return answer }
    var edited = opportunity
    edited.told.append(Telling(day: day, channel: channel, number: answer.told, note: note))
    try library.apply(EditRecord(base: opportunity, edited: edited))
    return answer
  }

  public func news(of outcome: Tellable.Answer) -> Phrase? {
    outcome.told == 0
      ? Phrase(.voNobodyToTell, .number(outcome.leftOut))
      : Phrase(.voToldMany, .number(outcome.told), .number(outcome.leftOut))
  }
}

/// Reads a sheet of comments into a call: all of it or nothing.
public struct SheetErrand: ReadingErrand {
  public let call: RecordID
  public let path: String
  public var encoding: TextEncoding?

  public init(call: RecordID, path: String) { (self.call, self.path) = (call, path) }

  public struct Outcome: Sendable {
    public let plan: ImportPlan<ReviewComment>
    public let isWritten: Bool
  }

  public var title: Phrase { Phrase(.commandImportSheet) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    let path = PersonalFolder.expanded(path)
    let file = try ImportFile(path: path, encoding: encoding, isWanted: { !progress.isStopped }).certain()
    let plan = try library.planSheet(file, call: call)
    try progress.report(plan.new.count, of: plan.new.count)
    guard plan.isComplete, !(plan.new.isEmpty && plan.changed.isEmpty) else {
      return Outcome(plan: plan, isWritten: false)
    }
    try library.apply(ImportRecords(plan))
    return Outcome(plan: plan, isWritten: true)
  }

  public func news(of outcome: Outcome) -> Phrase? {
    let plan = outcome.plan
    if let first = plan.rejected.first {
      return Phrase(
        .voSheetRefused, .number(plan.rejectedRows), .text(String(first.line)), .text(first.column),
        .phrase(Phrase(first.problem)))
    }
    return plan.news(
      Phrase(
        .importCounts, .number(plan.new.count), .number(plan.changed.count), .number(plan.unchanged),
        .number(0)))
  }
}

/// Writes the comments on a call for publication.
public struct LedgerErrand: WritingErrand {
  public let call: CallForInput
  public let path: String
  public let language: String
  public var replacing = Replacing.nothing

  public init(call: CallForInput, path: String, language: String) {
    (self.call, self.path, self.language) = (call, path, language)
  }

  public struct Outcome: Sendable {
    public let file: LedgerPublication.File
    public let path: String
  }

  public var title: Phrase { Phrase(.commandPublish) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    try library.permit(.publish)
    let publication = LedgerPublication(
      call: call, format: LedgerPublication.format(of: path), language: language)
    let made = try publication.file(in: library)
    let count = made.counts.all
    try progress.report(count, of: count)
    if publication.format == .xlsx {
      try publication.sheet(made.bytes).write(
        to: path, isRightToLeft: publication.isRightToLeft, readers: .everybody, replacing: replacing
      ) { try publication.disclose(count, in: library) }
      return Outcome(file: made, path: PersonalFolder.expanded(path))
    }
    let file = try NewFile(path, readers: .everybody, replacing: replacing)
    try file.write(made.bytes)
    // What leaves the house is in the log before it has its name.
    try file.commit { try publication.disclose(count, in: library) }
    return Outcome(file: made, path: PersonalFolder.expanded(path))
  }

  public func news(of outcome: Outcome) -> Phrase? {
    let news = LedgerPublication.news(outcome.file.counts, path: outcome.path)
    let held = outcome.file.held
    guard !held.isEmpty else { return news }
    return Phrase(.voPublishedHeld, .phrase(news), .list(held.map { String($0.comment.number) }))
  }
}

/// The comments on a call as a file: command line and dashboard publish by this one road.
public struct LedgerPublication: Sendable {
  public let call: CallForInput
  public let format: CommentLedger.Format
  /// One of the six, BCP 47.
  public let language: String
  /// The files of the same page in the languages in which it is written.
  public var languages: [(language: String, address: String)] = []

  public init(call: CallForInput, format: CommentLedger.Format, language: String) {
    (self.call, self.format, self.language) = (call, format, language)
  }

  public struct File: Sendable {
    public let bytes: [UInt8]
    public let counts: CommentCounts
    /// About whose contact details somebody is to decide.
    public let held: [CommentLedger.Held]
  }

  /// What the end of a path asks for; plain text where it says nothing else.
  public static func format(of path: String) -> CommentLedger.Format {
    let end = path.lowercased()
    if end.hasSuffix(".csv") { return .csv }
    if end.hasSuffix(".xlsx") { return .xlsx }
    if end.hasSuffix(".html") || end.hasSuffix(".htm") { return .html }
    return end.hasSuffix(".md") || end.hasSuffix(".markdown") ? .markdown : .text
  }

  public func file(in library: Library) throws -> File {
    let comments = try library.read(CommentsOf(call.id))
    let linked = Set(comments.map(\.stakeholder).filter { !$0.isEmpty })
    let named = try library.read(KnownStakeholders(ids: linked.sorted())).byID.values
      .filter { $0.retired == nil && $0.agreedWhole(to: .register) }
    let ledger = CommentLedger(
      call, comments, named: Set(named.map(\.id)), language: language, languages: languages)
    return File(bytes: ledger.file(format), counts: CommentCounts(comments), held: ledger.held)
  }

  /// The workbook of a ledger.
  /// - Parameter bytes: as `file` gives them.
  public func sheet(_ bytes: [UInt8]) throws -> SheetOfText { try SheetOfText(csv: bytes, named: call.id) }

  public var isRightToLeft: Bool { DocumentBook(language).direction == "rtl" }

  public func disclose(_ count: Int, in library: Library) throws {
    guard library.access.allows(.export) else { return }
    try library.disclose(disclosure(count))
  }

  public func disclosure(_ count: Int) -> Disclosure {
    Disclosure(.export, format: format.rawValue, records: count, selection: "comments \(call.id)")
  }

  /// What was held back of a comment, with enough of it to find it in the text.
  public static func what(_ held: CommentLedger.Held, _ book: Phrasebook) -> String {
    let details = held.details.map { "\(book.label("contact_kind", $0.kind.rawValue)) \($0.masked)" }
    return book.labelled(held.comment.id, book.list(details))
  }

  public static func news(_ counts: CommentCounts, path: String) -> Phrase {
    Phrase(.voPublished, .number(counts.all), .text(path), .number(counts.open))
  }
}

extension Library {
  /// Plans what a review sheet adds to a call.
  /// - Throws: `ImportFailure` for a file without comments; `Refusal.gone` where there is no such call.
  public func planSheet(_ file: ImportFile, call id: RecordID) throws -> ImportPlan<ReviewComment> {
    guard try read(RecordByID<CallForInput>(id)) != nil else { throw Refusal.gone(title: id) }
    let comments = try read(CommentsOf(id))
    let sheet = try ReviewSheet(file, call: id, comments: comments)
    return try RecordImport(known: KnownRecords(comments)).plan(sheet)
  }
}
