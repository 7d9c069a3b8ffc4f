import Office
import Phrases
import Terminal

extension Session {
  public func draw(isASCII: Bool = false) -> Canvas {
    look.now = clock()
    let canvas = paint(isASCII)
    guard !look.names.open.references.isEmpty else { return minding(canvas, isASCII) }
    ask()
    runner.wait(milliseconds: 12)
    return minding(collect() ? paint(isASCII) : canvas, isASCII)
  }

  /// Where a key has moved nothing, somebody who listens is told so: silence could mean anything.
  private func minding(_ canvas: Canvas, _ isASCII: Bool) -> Canvas {
    guard look.isSpoken else { return canvas }
    defer { (heard, edge) = (canvas.place, nil) }
    guard let edge, canvas.place == heard, shell.message == nil, pending.isEmpty else { return canvas }
    announce(Phrase(edge))
    return paint(isASCII)
  }

  private func paint(_ isASCII: Bool) -> Canvas {
    shell.fit(to: size, look: look)
    var canvas = Canvas(size: size, isASCII: isASCII, order: order, isMirrored: shell.isMirrored(look))
    shell.draw(on: &canvas, look: look)
    let seen = canvas.seen
    (hits, isCaretInLeftToRight) = (seen.hits, canvas.isCaretInLeftToRight)
    return seen
  }

  /// Who orders text that runs from right to left.
  public var order: TextOrder { shell.order(look) }
}
