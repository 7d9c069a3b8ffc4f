import Model
import Office
import Phrases
import Store
import Terminal

extension EvaluationPane {
  static let commands: [Command<EvaluationPane>] =
    evidenceCommands + tableCommands + measureCommands + findingCommands + turns + listMoves
    + recordCommands
    + [historyCommand { $0.editor?.base ?? $0.chosen?.evidence }]

  private static func noneHere(_ pane: Self, _ look: Look) -> Phrase? {
    pane.items(of: pane.selected.id).isEmpty ? Phrase(.evaluationNoneHere, .text("n")) : nil
  }

  /// The outline or the evidence beside or below it has the keys.
  private var isInOutline: Bool { view == .outline && editor == nil }
  private var isInIndicators: Bool { isInOutline && !isInList }
  private var isInEvidence: Bool { isInOutline && isInList }
  var isInTable: Bool { view != .outline }
  private var isAtRest: Bool { editor == nil }

  /// The item under the cursor in the list of evidence.
  private var chosen: EvidenceItem? {
    let items = items(of: selected.id)
    return isInList && items.indices.contains(list.index) ? items[list.index] : nil
  }

  private static let evidenceCommands: [Command<EvaluationPane>] = [
    Command(
      "evaluation.list", .commandEvidence, ["Enter", "Right", "l"], rank: 1,
      when: \.isInIndicators, unless: noneHere
    ) { pane, _ in
      pane.isInList = true
      return []
    },
    Command("evaluation.open", .commandOpen, ["Enter"], rank: 1, when: \.isInEvidence) { pane, look in
      switch pane.chosen {
      case .counted(let view):
        pane.show(view)
        return []
      case .numbers: return [.go(pane.countedPlace)]
      case .measure(let measure): return [.present(RecordForm(measure))]
      case .record(let evidence) where pane.isGone(evidence):
        return [.announce(Phrase(.evidenceGone, .text("e")))]
      case .record(let evidence):
        if let destination = pane.destination(of: evidence) { return [.go(destination)] }
        pane.editor = RecordEditor(evidence, mode: .view)
        return []
      case nil: return [.announce(Phrase(.nothingSelected))]
      }
    },
    Command("evaluation.new", .commandNew, ["n"], rank: 2, when: \.isInOutline, needs: .edit) {
      pane, look in
      var evidence = Evidence(id: NewID.make())
      evidence.indicator = pane.selected.id
      evidence.day = look.asOf
      var form = RecordForm(evidence, isNew: true)
      form.editor.select("title")
      return [.present(form)]
    },
    Command(
      "evaluation.edit", .commandEdit, ["e"], rank: 3, when: \.isInEvidence, needs: .edit,
      unless: lacking { $0.chosen?.evidence?.id ?? $0.chosen?.measure?.id }
    ) {
      pane, _ in
      if let measure = pane.chosen?.measure { return [.present(RecordForm(measure))] }
      return pane.chosen?.evidence.map { [.present(RecordForm($0))] } ?? []
    },
    Command(
      "evaluation.remove", .commandRemove, ["D"], rank: 5, when: \.isInEvidence, needs: .edit,
      unless: lacking { $0.chosen?.evidence?.id ?? $0.chosen?.measure?.id }
    ) {
      pane, _ in
      if let measure = pane.chosen?.measure {
        let news = Phrase(.removed, .text(measure.title), .text("u"))
        return [.apply(RemoveRecord(measure), then: [.announce(news)])]
      }
      guard let evidence = pane.chosen?.evidence else { return [] }
      let news = Phrase(.removed, .text(evidence.title), .text("u"))
      return [.apply(RemoveRecord(evidence), then: [.announce(news)])]
    },
    .moving("evaluation.leave", .commandBack, ["Esc", "Left", "h"], rank: 6, when: \.isInEvidence) {
      $0.isInList = false
    },
  ]

  private static let tableCommands: [Command<EvaluationPane>] = [
    Command("evaluation.records", .commandRecords, ["Enter"], rank: 1, when: \.isInTable) { pane, look in
      pane.openNumber(look)
    },
    Command("evaluation.balance", .commandBalance, ["b"], rank: 5, when: { $0.view == .diversity }) {
      _, look in
      [.present(BalancePane(StakeholderFilter(), by: look.regions))]
    },
    .moving("evaluation.table", .commandTables, ["t"], rank: 4, when: \.isAtRest) { pane in
      let all = View.allCases
      pane.show(all[((all.firstIndex(of: pane.view) ?? 0) + 1) % all.count])
    },
    .moving("evaluation.outline", .commandBack, ["Esc"], rank: 6, when: \.isInTable) { pane in
      if pane.names == nil { pane.show(.outline) } else { pane.names = nil }
    },
  ]

  private mutating func show(_ view: View) {
    self.view = view
    names = nil
    isInList = false
  }

  /// The records behind the selected number.
  private mutating func openNumber(_ look: Look) -> [Effect] {
    let nothing = [Effect.announce(Phrase(.nothingToOpen))]
    switch view {
    case .outline: return nothing
    case .participation, .diversity:
      let line = tables[view]?.line(in: table(view, look))
      return line.map { [.go(.stakeholders($0.filter))] } ?? nothing
    case .years, .representation:
      switch (grids[view] ?? GridCursor()).cell(in: grid(view, look))?.behind {
      case .place(let destination): return [.go(destination)]
      case .names(let title, let all):
        names = (title, all)
        return []
      case nil: return nothing
      }
    case .trends:
      if let measure = chosenMeasure { return [.present(RecordForm(measure))] }
      show(.years)
      return []
    }
  }

  /// The lists behind what is counted of group 6.
  private var countedPlace: Destination {
    switch selected.id {
    case "6.1": .list(.call, nil)
    case "6.2": .list(.survey, nil)
    default: .list(.concern, nil)
    }
  }

  private static let turns: [Command<EvaluationPane>] = [
    Command("evaluation.right", .commandRight, ["Right", "l"], when: \.isInTable) { pane, look in
      pane.turn(1, look)
    },
    Command("evaluation.left", .commandLeft, ["Left", "h"], when: \.isInTable) { pane, look in
      pane.turn(-1, look)
    },
  ]

  private static let listMoves: [Command<EvaluationPane>] = moves(
    when: \.isAtRest,
    by: { pane, move, look in pane.move(move.step(count: 10_000, height: pane.listRows / 2), look) })

  private mutating func move(_ step: Int, _ look: Look) {
    if view == .trends {
      trendAt.move(by: step, count: trends.count)
    } else if view == .years || view == .representation {
      var cursor = grids[view] ?? GridCursor()
      cursor.move(step, in: grid(view, look))
      grids[view] = cursor
    } else if view != .outline {
      var cursor = tables[view] ?? CountCursor()
      cursor.move(step, in: table(view, look))
      tables[view] = cursor
    } else if isInList {
      list.move(by: step, count: items(of: selected.id).count)
    } else {
      select(outline.index + step)
    }
  }

  private mutating func turn(_ step: Int, _ look: Look) -> [Effect] {
    if view == .years || view == .representation {
      var cursor = grids[view] ?? GridCursor()
      cursor.turn(step, in: grid(view, look))
      grids[view] = cursor
      return []
    }
    var cursor = tables[view] ?? CountCursor()
    cursor.turn(step, in: table(view, look))
    tables[view] = cursor
    return []
  }
}
