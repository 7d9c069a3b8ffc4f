import Office
import Phrases
import Terminal

/// What somebody is told to do first in a store that holds nothing yet: each line goes there.
struct FirstSteps {
  let look: Look

  var section: OverviewSection {
    OverviewSection(heading: look.say(.firstHeading), lines: lines, fewest: lines.count)
  }

  private var lines: [OverviewLine] {
    [
      line(.firstPeople, "2 i", [.present(FilePrompt.stakeholders())]),
      line(.firstDay, "@", [.run("asof.set")]),
      line(.firstDone, "3 Space", [.run("pane.timeline")]),
      line(.firstTour, "Enter", [.run("tour.start")]),
      line(.firstKeys, "?", [.run("help.open")]),
      line(.firstHide, "Enter", [.prefer(Self.preference, Self.hidden)]),
    ]
  }

  private func line(_ words: PhraseKey, _ keys: String, _ effects: [Effect]) -> OverviewLine {
    OverviewLine(spans: [Span(look.say(Phrase(words)))], figure: keys, effects: effects)
  }

  static let preference = "firstSteps"
  static let hidden = "hidden"
}

extension OverviewPane {
  /// Nobody has put anybody into the store, whatever else was done first.
  func isNew(_ look: Look) -> Bool {
    !hidesFirstSteps && knowsChanges && tallies?.total == 0 && look.access.allows(.edit)
  }
}
