import Model
import Phrases
import Store

extension Phrase {
  /// Why a store cannot be used, and what to do.
  public init(_ problem: StoreProblem) {
    self =
      switch problem {
      case .missing(let path): Phrase(.storeMissing, .text(path))
      case .folderMissing(let path): Phrase(.storeFolderMissing, .text(path))
      case .notPermitted(let path): Phrase(.storeNotPermitted, .text(path))
      case .readOnly(let path): Phrase(.storeReadOnly, .text(path))
      case .notAStore(let path): Phrase(.storeNotAStore, .text(path))
      case .notOurs(let path): Phrase(.storeNotOurs, .text(path))
      case .newer(let path, let schema): Phrase(.storeNewer, .text(path), .number(schema))
      case .corrupt(let path, let detail): Phrase(.storeCorrupt, .text(path), .text(detail))
      case .networkFileSystem(let path, let type): Phrase(.storeNetwork, .text(path), .text(type))
      case .busy(let path): Phrase(.storeBusy, .text(path))
      case .diskFull(let path): Phrase(.storeFull, .text(path))
      case .fileExists(let path): Phrase(.storeExists, .text(path))
      case .failed(let path, let detail): Phrase(.storeFailed, .text(path), .text(detail))
      }
  }

  /// What is wrong with a value.
  public init(_ problem: FieldProblem) {
    self =
      switch problem {
      case .missing: Phrase(.problemMissing)
      case .noAtSign(let text): Phrase(.problemNoAt, .text(text))
      case .nothingBeforeAt(let text): Phrase(.problemNothingBeforeAt, .text(text))
      case .nothingAfterAt(let text): Phrase(.problemNothingAfterAt, .text(text))
      case .malformedEmail(let text): Phrase(.problemEmail, .text(text))
      case .unknownCountry(let text): Phrase(.problemCountry, .text(text))
      case .malformedLanguage(let text): Phrase(.problemLanguage, .text(text))
      case .unknownLanguage(let text): Phrase(.problemUnknownLanguage, .text(text))
      case .malformedDay(let text): Phrase(.problemDay, .text(text))
      case .malformedPartialDay(let text): Phrase(.problemPartialDay, .text(text))
      case .notOneOf(let text, let codes):
        Phrase(.problemNotOneOf, .text(text), .text(codes.joined(separator: ", ")))
      case .notANumber(let text): Phrase(.problemNumber, .text(text))
      case .outOfRange(let number, let range):
        Phrase(.problemRange, .number(number), .number(range.lowerBound), .number(range.upperBound))
      case .notYesOrNo(let text): Phrase(.problemYesNo, .text(text))
      case .malformedParticipation(let text): Phrase(.problemParticipation, .text(text))
      case .endBeforeStart: Phrase(.problemEndBeforeStart)
      }
  }

  /// Why a change was refused. A clash opens a form of its own instead.
  public init(refusal: Refusal) {
    self =
      switch refusal {
      case .clash(let clash): Phrase(.clashOpened, .text(clash.who))
      case .gone(let title): Phrase(.recordGone, .text(title))
      case .invalid(let field, let problem):
        Phrase(.otherChanged, .phrase(Phrase(label: "field", field)), .phrase(Phrase(problem)))
      case .changedSince(let title, let who): Phrase(.changedSince, .text(title), .text(who))
      case .nothingToUndo: Phrase(.nothingToUndo)
      case .nothingToRedo: Phrase(.nothingToRedo)
      case .storeIsReadOnly: Phrase(.storeIsReadOnly)
      }
  }

  /// Why an attempt to write failed, whatever it was.
  public init(failure error: any Error) {
    switch error {
    case let refusal as Refusal: self.init(refusal: refusal)
    case let problem as StoreProblem: self.init(problem)
    default: self.init(.failed, .text("\(error)"))
    }
  }
}
