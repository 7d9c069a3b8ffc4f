import Interchange
import Model
import Phrases
import Store

extension Phrase {
  /// Why a release or a notice was refused.
  public init(_ problem: PublicationProblem) {
    switch problem {
    case .noGuidance: self.init(.publicationNoGuidance)
    case .incompleteGuidance: self.init(.publicationIncomplete)
    case .laterGuidance(let day): self.init(.publicationLater, .text(day.description))
    case .registerMoved: self.init(.publicationMoved)
    case .noRelease(let number): self.init(.publicationNoRelease, .number(number))
    case .notReproducible(let number, let differing):
      self.init(.publicationDiffers, .number(number), .number(differing))
    case .noRequest: self.init(.publicationNoRequest)
    case .noFocalPoint(let id): self.init(.publicationNoFocalPoint, .text(id))
    case .otherCountry(let title): self.init(.publicationOtherCountry, .text(title))
    case .noAddress(let title): self.init(.publicationNoAddress, .text(title))
    case .unsendableAddress(let text): self.init(.publicationUnsendable, .text(text))
    case .noSender: self.init(.publicationNoSender)
    case .noRegion(let country): self.init(.publicationNoRegion, .text(country))
    case .noNotice(let title): self.init(.publicationNoNotice, .text(title))
    case .noDocumentLanguage(let language): self.init(.publicationLanguage, .text(language))
    case .malformedGuidance(let text): self.init(.publicationGuidance, .text(text))
    }
  }
}

extension Phrase {
  /// What is in the store already and has no files, and how they are written again.
  public init(_ unwritten: RecordedUnwritten) {
    let problem = Phrase(unwritten.problem)
    switch unwritten.record {
    case .release(let number): self.init(.releaseUnwritten, .text(String(number)), .phrase(problem))
    case .notice(let title): self.init(.noticeUnwritten, .text(title), .phrase(problem))
    case nil: self.init(.recordedUnwritten, .phrase(problem))
    }
  }
}

extension RegisterPublication.Outcome {
  /// Which files have to be taken away; nil where none has.
  public var warning: Phrase? {
    stale.isEmpty ? nil : Phrase(.registerStale, .list(stale))
  }
}

/// The comparison of a release with the one before, in words.
public struct RegisterLines: Sendable {
  public let phrases: Phrasebook

  public init(_ phrases: Phrasebook) { self.phrases = phrases }

  public func counts(_ plan: RegisterPlan) -> String {
    phrases.say(
      .registerCounts, .number(plan.new), .number(plan.changed), .number(plan.withdrawn),
      .number(plan.unchanged), .number(plan.leftOut))
  }

  public func against(_ plan: RegisterPlan) -> String {
    guard let last = plan.last else { return phrases.say(.registerFirst) }
    return phrases.say(.registerAgainst, .number(last.number), .text(day(last.day)))
  }

  /// What happened to an entry: "withdrawn".
  public func word(_ line: RegisterPlan.Line) -> String {
    switch line.change {
    case .new: phrases.say(.registerNew)
    case .changed: phrases.say(.registerChanged)
    case .withdrawn: phrases.say(.registerWithdrawn)
    case .leftOut: phrases.say(.registerLeftOut)
    }
  }

  public func title(_ line: RegisterPlan.Line) -> String {
    line.title.isEmpty ? phrases.say(.registerErasedRecord) : line.title
  }

  /// Why, or which fields; empty for a new entry.
  public func reason(_ line: RegisterPlan.Line) -> String {
    switch line.change {
    case .new: ""
    case .changed(let fields): list(fields.map { phrases.label("field", $0.rawValue) })
    case .leftOut: phrases.say(.registerNameless)
    case .withdrawn(let reason):
      switch reason {
      case .notAgreed: phrases.say(.registerNotAgreed)
      case .nameless: phrases.say(.registerNameless)
      case .retired: phrases.say(.registerRetired)
      case .removed: phrases.say(.registerRemoved)
      case .erased: phrases.say(.registerErased)
      }
    }
  }

  public func guidance(_ guidance: [Guidance]) -> String {
    if guidance.isEmpty { return phrases.say(.registerNoGuidance) }
    let entries = guidance.map { entry in
      phrases.say(
        .guidanceEntry, .text(phrases.label("body", entry.body.rawValue)), .text(day(entry.day)),
        .text(entry.reference))
    }
    return phrases.say(.registerGuidance, .chain(entries))
  }

  public func release(_ row: Releases.Row) -> String {
    phrases.say(
      .registerReleaseLine, .number(row.release.number), .text(day(row.release.day)), .number(row.entries))
  }

  public func list(_ words: [String]) -> String {
    words.dropFirst().reduce(words.first ?? "") { phrases.say(.listed, .text($0), .text($1)) }
  }

  public func day(_ day: Day?) -> String {
    guard let (year, month, number) = day?.parts else { return "" }
    return phrases.day(year: year, month: month, day: number)
  }
}
