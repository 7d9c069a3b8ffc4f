import Model
import Office
import Phrases
import Store
import Terminal

/// Attaches what is under the cursor as evidence for one of the eleven descriptions.
enum EvidenceSheet {
  /// The description that the person chose last stands first.
  static let preference = "evidence"

  static func sheet(for subject: RecordReference, _ look: Look) -> LinesSheet {
    let last = Evidence.descriptions.filter { $0 == look.preferences[preference] }
    let descriptions = last + Evidence.descriptions.filter { !last.contains($0) }
    let day = look.asOf
    let lines = [
      LinesSheet.Line(
        label: Phrase(.evidenceFor), entry: .choice(descriptions), hint: .evidenceHint,
        word: { id, look in
          "\(id) " + (Decision.adopted.description(id)?.label.text(in: look.language) ?? "")
        }),
      LinesSheet.Line(
        label: Phrase(.evidenceRung), entry: .choice([""] + Rung.codes),
        word: { code, look in code.isEmpty ? look.say(.notStated) : look.word("rung", code) }),
      LinesSheet.Line(label: Phrase(.evidenceTitle), entry: .line),
      LinesSheet.Line(label: Phrase(.evidenceNote), entry: .line),
    ]
    return LinesSheet(.paneEvidence, lines, knowing: (line: 2, record: subject)) { texts in
      guard !texts[2].isEmpty else { return .problem(line: 2, Phrase(.problemMissing)) }
      var evidence = Evidence(id: NewID.make())
      evidence.indicator = texts[0]
      evidence.rung = Rung(rawValue: texts[1])
      evidence.name = texts[2]
      evidence.note = texts[3]
      evidence.day = day
      evidence.proof = .record
      evidence.reference = subject.description
      let news = Phrase(.evidenceAttached, .text(texts[0]), .text("u"))
      return .effects([
        .apply(
          AttachEvidence(evidence), closing: true, then: [.prefer(preference, texts[0]), .announce(news)])
      ])
    }
  }

  /// Evidence that is no record of the base: a document, a link, a count.
  static func byHand(_ look: Look) -> RecordForm<Evidence> {
    var evidence = Evidence(id: NewID.make())
    evidence.indicator = look.preferences[preference] ?? Evidence.descriptions[0]
    evidence.day = look.asOf
    evidence.proof = .document
    return RecordForm(evidence, isNew: true)
  }
}

extension Shell {
  static let evidenceCommands: [Command<Shell>] = [
    Command(
      "evidence.attach", .commandAttach, ["I"], when: { $0.isAtPane || $0.subject != nil },
      needs: .edit
    ) { shell, look in
      guard let subject = shell.subject else {
        return [.present(EvidenceSheet.byHand(look)), .announce(Phrase(.evidenceByHand))]
      }
      return [.present(EvidenceSheet.sheet(for: subject, look))]
    },
    Command("charts.turn", .commandCharts, [], when: \.isAtPane) { _, look in
      [.prefer(Look.chartsPreference, look.drawsChartsInASCII ? "blocks" : "ascii")]
    },
  ]

  /// What the pane on top has under its cursor, while nobody types there.
  var subject: RecordReference? { top.isTyping ? nil : top.subject }
}
