import Model
import Phrases
import Store

extension Look {
  /// What a person calls a record; what the decision names has a name in each language.
  public func title<R: Record>(of record: R) -> String {
    if let cell = record as? LaunchCell { return LaunchSlot.title(of: cell, self) }
    if let translation = record as? Translation { return Language.name(translation.language, in: language) }
    return record.title(in: language)
  }
}

/// What the columns of a launch are called.
public enum LaunchSlot {
  /// "Feb 2016", or "Mon 22 Feb 2016".
  public static func name(_ slot: String, _ look: Look) -> String {
    if let day = Day(slot) { return "\(weekday(day, look)) \(look.day(day))" }
    return Month(slot).map(look.month) ?? slot
  }

  /// "Interviews, Mar 2016".
  public static func title(of cell: LaunchCell, _ look: Look) -> String {
    let label = Decision.adopted.launchActivity(cell.activity)?.label.text(in: look.language)
    return look.say(.launchPlace, .text(label ?? cell.activity), .text(name(cell.slot, look)))
  }

  public static func weekday(_ day: Day, _ look: Look) -> String { look.say(Phrase(weekday: day.weekday)) }
}
