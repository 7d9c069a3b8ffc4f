import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

extension ProductsPane {
  static let commands: [Command<ProductsPane>] =
    cellCommands + productCommands + turns
    + moves { $0.move(by: $1.step(count: $0.rows.count, height: $0.listRows)) }

  // MARK: The product in one language

  private static let cellCommands: [Command<ProductsPane>] = [
    Command("products.state", .commandNextState, ["Space"], rank: 1, needs: .edit, unless: lacking(\.product))
    { pane, look in
      guard let product = pane.product, let cell = pane.cell else { return [] }
      let words = TranslationWords(product: product, translation: cell, look: look)
      guard let next = cell.advanced(of: product, on: look.asOf) else {
        return [.announce(Phrase(.productsFinished, .text(look.labelled(words.language, words.state))))]
      }
      return pane.write(next, over: cell, of: product, look)
    },
    Command("products.open", .commandOpen, ["Enter"], rank: 2, needs: .edit, unless: lacking(\.product)) {
      pane, _ in
      guard let product = pane.product, let cell = pane.cell else { return [] }
      return [.present(RecordForm(cell, over: product.name))]
    },
    Command(
      "products.infeasible", .commandNotFeasible, ["x"], rank: 6, needs: .edit, unless: lacking(\.product)
    ) { pane, look in
      pane.setInfeasible(look)
    },
    Command(
      "products.renew", .commandRenewed, ["r"],
      needs: .edit,
      unless: { pane, _ in
        guard let product = pane.product, let cell = pane.cell else { return Phrase(.nothingSelected) }
        return cell.freshness(against: product) == .current ? Phrase(.productsNothingStale) : nil
      }
    ) { pane, look in
      guard let product = pane.product, let cell = pane.cell else { return [] }
      return pane.write(cell.renewed(from: product), over: cell, of: product, look)
    },
    Command("products.historyCell", .commandHistory, ["H"], unless: lacking(\.product)) { pane, look in
      guard let product = pane.product, let cell = pane.cell else { return [] }
      let words = TranslationWords(product: product, translation: cell, look: look)
      return [.present(HistoryPane<Translation>(cell.id, called: look.list([product.name, words.language])))]
    },
  ]

  private func write(
    _ next: Translation, over cell: Translation, of product: Product, _ look: Look
  ) -> [Effect] {
    let words = TranslationWords(product: product, translation: next, look: look)
    let news = Phrase(.labelled, .list([product.name, words.language]), .text(words.state))
    return [.apply(EditRecord(base: cell, edited: next), then: [.announce(news)])]
  }

  /// Not feasible needs a reason; once more takes it back.
  private func setInfeasible(_ look: Look) -> [Effect] {
    guard let product, let cell else { return [] }
    if cell.language == product.language { return [.announce(Phrase(.productsSourceStays))] }
    var next = cell
    if cell.state == .notFeasible {
      (next.state, next.reason) = (nil, "")
      return write(next, over: cell, of: product, look)
    }
    let language = Language.name(cell.language, in: look.language)
    return [
      .present(
        LinePrompt(
          Phrase(.productsWhyNot, .text(product.name), .text(language)), title: .commandNotFeasible, .text
        ) { reason in
          var next = cell
          (next.state, next.reason) = (.notFeasible, reason)
          return .effects([.apply(EditRecord(base: cell, edited: next), closing: true)])
        })
    ]
  }

  // MARK: The product

  private static let productCommands: [Command<ProductsPane>] = [
    Command(
      "products.source", .commandSourceChanged, ["c"], rank: 3, needs: .edit, unless: lacking(\.product)
    ) { pane, look in
      guard let product = pane.product else { return [] }
      let today = look.asOf
      return [
        .present(
          LinePrompt(
            Phrase(.productsSourceQuestion, .text(product.name)), title: .commandSourceChanged,
            text: look.asOf.description
          ) { line in
            // A day, or else the path of a file.
            if let day = try? WrittenDate.day(line, today: today) {
              let changed = product.withSource(changed: day)
              guard changed != product else { return .problem(Phrase(.unchanged)) }
              return .effects([.apply(EditRecord(base: product, edited: changed), closing: true)])
            }
            let path = PersonalFolder.expanded(line)
            return .effects([.errand(SourceErrand(product: product, path: path), closing: true)])
          })
      ]
    },
    Command("products.edit", .commandEdit, ["e"], rank: 4, needs: .edit, unless: lacking(\.product)) {
      pane, _ in
      pane.product.map { [.present(RecordForm($0))] } ?? []
    },
    Command(
      "products.new", .commandNew, ["n"], rank: 7, needs: .edit
    ) { pane, look in
      var product = Product(id: NewID.make())
      product.type = pane.product?.type ?? .factSheet
      return [.present(RecordForm(product, isNew: true))]
    },
    Command("products.remove", .commandRemove, ["D"], needs: .edit, unless: lacking(\.product)) { pane, _ in
      guard let product = pane.product else { return [] }
      let news = Phrase(.removed, .text(product.name), .text("u"))
      return [.apply(RemoveRecord(product), then: [.announce(news)])]
    },
    .moving("products.filter", .commandFilter, ["f"], rank: 8) { $0.showNext() },
    .moving("products.clear", .commandClear, ["Esc"], rank: 9, when: { $0.filter != .all }) { $0.showAll() },
  ]

  private static let turns: [Command<ProductsPane>] = [
    .moving("products.right", .commandRight, ["Right", "l"]) { $0.turn(by: 1) },
    .moving("products.left", .commandLeft, ["Left", "h"]) { $0.turn(by: -1) },
  ]
}
