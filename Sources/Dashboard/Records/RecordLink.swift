import Model
import Phrases
import Store

/// A line of a record that is no field of its own: somebody who belongs to it, the last contact.
struct RecordLink: Sendable, Equatable {
  enum Target: Sendable, Equatable {
    case stakeholder(RecordID)
    case stakeholders(StakeholderFilter)
    case log
    case place(Destination)
  }

  let section: PhraseKey
  /// Empty where it is that of the line above.
  let label: String
  let text: String
  var isUrgent = false
  /// Stands before the fields of its section.
  var isLeading = false
  let target: Target
}
