import Office
import Phrases
import Terminal

/// A command as the footer names it, and the columns of the last row that it takes.
struct FooterItem: Sendable {
  let offer: Offer
  let key: String
  let title: String
  var columns: Range<Int> = 0..<0

  fileprivate var width: Int { CellText.width(key) + 1 + CellText.width(title) }
}

extension Shell {
  private static let gap = 3
  /// All commands, help and the way back are named as long as there is room for anything.
  private static let essential: Set<CommandName> = ["palette.open", "help.open"]

  /// What the last row names, from the left to the right: what leads out and to everything else first, then what can be
  /// done here, as far as there is room.
  func footer(_ look: Look, columns: Int) -> [FooterItem] {
    let offered = offers(look).filter { isFooted($0) && !$0.keys.isEmpty }
      .sorted { $0.rank < $1.rank }
    var chosen: [(place: Int, item: FooterItem)] = []
    var left = columns - 2
    func tier(_ offer: Offer) -> Int {
      if Self.essential.contains(offer.name) || offer.keys.contains("Esc") { return 0 }
      // What is done most, then what undo would take back, which nobody remembers.
      return offer.rank <= 2 ? 1 : offer.name == "undo" ? 2 : 3
    }
    for wanted in 0...3 {
      for (place, offer) in offered.enumerated() where tier(offer) == wanted {
        guard let item = item(for: offer, columns: left, look: look) else { continue }
        left -= item.width + Self.gap
        chosen.append((place, item))
      }
    }
    var column = 1
    return chosen.sorted { $0.place < $1.place }.map { chosen in
      var item = chosen.item
      item.columns = column..<(column + item.width)
      column += item.width + Self.gap
      return item
    }
  }

  /// Nil where there is no room for it.
  private func item(for offer: Offer, columns: Int, look: Look) -> FooterItem? {
    let key = offer.keys[0].description
    var title = footerTitle(of: offer, look: look)
    let room = columns - CellText.width(key) - 1
    // What undo would undo is dear enough to be said in part.
    if offer.name == "undo", room >= 16 {
      title = CellText.fitting(title, columns: room).map(\.text).joined()
    }
    return CellText.width(title) <= room ? FooterItem(offer: offer, key: key, title: title) : nil
  }

  /// The footer offers what goes; undo only where nobody has to be asked first.
  private func isFooted(_ offer: Offer) -> Bool {
    guard offer.rank > 0, offer.obstacle == nil else { return false }
    return offer.title != .commandUndo || outlook.undo.map { farness(of: $0) == nil } ?? true
  }

  /// Undo says what it would undo, and Esc where it leads back to.
  private func footerTitle(of offer: Offer, look: Look) -> String {
    if offer.name == Self.backName, let title = backTitle(look) { return title }
    guard offer.name == "undo", let entry = outlook.undo else { return look.say(Phrase(offer.title)) }
    let title = look.say(.undoNamed, .text(look.say(Phrase(entry, look: look))))
    return CellText.width(title) <= 30 ? title : CellText.fitting(title, columns: 30).map(\.text).joined()
  }

  /// What leads out and to everything else, for somebody who listens: always the same, so that it is said once. Of the
  /// keys that lead back the one that nobody swallows is named.
  func spokenFooter(_ look: Look) -> String {
    let named = offers(look).filter { offer in
      offer.obstacle == nil && (Self.essential.contains(offer.name) || offer.keys.contains("Esc"))
    }
    return named.sorted { $0.rank > $1.rank }.compactMap { offer in
      let second = offer.keys.first { $0 == KeyGrammar.secondEscape }
      return (second ?? offer.keys.first).map { "\($0) \(footerTitle(of: offer, look: look))" }
    }.joined(separator: " · ")
  }

  func drawFooter(on canvas: inout Canvas, look: Look) {
    let row = canvas.size.rows - 1
    for item in footer(look, columns: canvas.size.columns) {
      let title = item.columns.lowerBound + CellText.width(item.key) + 1
      canvas.text(item.key, row: row, column: item.columns.lowerBound, ink: .key)
      canvas.text(item.title, row: row, column: title, ink: .quiet)
      canvas.hits.append(
        Hit(
          Rect(row: row, column: item.columns.lowerBound, rows: 1, columns: item.columns.count),
          .command(item.offer.name.text)))
    }
  }

  // MARK: The status

  /// What has just happened, or goes on.
  func news(_ look: Look) -> Phrase? {
    message
      ?? errand.map { errand in
        look.isSpoken
          ? errand.progress.spokenLine(errand.title, stopKey: Self.stopKey)
          : errand.progress.line(errand.title, stopKey: Self.stopKey, look.phrases)
      }
  }

  /// What stands above the footer: what has just happened, else what the pane says, in as many lines as it takes; a row
  /// of the pane stays in sight.
  func said(_ look: Look, in size: Size) -> [[Span]] {
    let news = news(look)
    let most = max(1, size.rows - Self.frameRows)
    let columns = size.columns - 2
    if let news {
      return Wrapping.lines(look.say(news), columns: columns, atMost: most).map { [Span($0, .announcement)] }
    }
    // What a pane says of each row may not take the rows themselves.
    let lines = top.status(look).flowed(columns: columns).prefix(min(most, max(1, size.rows / 8)))
    return lines.isEmpty ? [[]] : Array(lines)
  }
}

extension Array<Span> {
  /// The same text in lines, each piece in its own ink.
  func flowed(columns: Int) -> [[Span]] {
    let text = map(\.text).joined()
    guard CellText.width(text) > columns else { return isEmpty ? [] : [self] }
    let letters = flatMap { span in span.text.map { ($0, span.ink) } }
    var at = 0
    return Wrapping.lines(text, columns: columns).map { line in
      var spans: [Span] = []
      for letter in line {
        // Between two lines the space falls out.
        while at < letters.count, !Self.isSame(letters[at].0, letter) { at += 1 }
        guard at < letters.count else { break }
        if spans.last?.ink == letters[at].1 {
          spans[spans.count - 1] = Span(spans[spans.count - 1].text + String(letter), letters[at].1)
        } else {
          spans.append(Span(String(letter), letters[at].1))
        }
        at += 1
      }
      return spans
    }
  }

  private static func isSame(_ first: Character, _ second: Character) -> Bool {
    first == second || first.isWhitespace && second.isWhitespace
  }
}
