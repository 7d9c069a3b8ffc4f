/// A text in lines of a width, by places of its characters: where each line of what is being typed begins and ends.
public enum LineBreaks {
  /// The lines from top to bottom. Each begins where the one above ends; the character that ends a line (a space where it
  /// was broken, the end of a paragraph) is its last. A text that ends with the end of a paragraph has an empty line below.
  /// - Parameters:
  ///   - width: in columns, at least 2: a line holds more only in spaces at its end.
  public static func ranges(of characters: [Character], width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var (start, used, stop) = (0, 0, 0)
    /// So many columns lie between the last place where the line may be broken and here.
    var sinceStop = 0
    for (place, character) in characters.enumerated() {
      if character.isNewline {
        lines.append(start..<place + 1)
        (start, used, stop, sinceStop) = (place + 1, 0, place + 1, 0)
        continue
      }
      let columns = CellText.width(String(character))
      if character.dividesLines {
        used += columns
        (stop, sinceStop) = (place + 1, 0)
        continue
      }
      // Scripts without spaces may be broken before each of their characters.
      if columns == 2, !character.beginsNoLine, place == start || !characters[place - 1].endsNoLine {
        (stop, sinceStop) = (place, 0)
      }
      if used + columns > width, place > start {
        let end = stop > start ? stop : place
        lines.append(start..<end)
        (start, used) = (end, stop > start ? sinceStop : 0)
        (stop, sinceStop) = (start, used)
      }
      used += columns
      sinceStop += columns
    }
    return lines + [start..<characters.count]
  }
}
