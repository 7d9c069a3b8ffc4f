import Model
import Phrases
import Store
import Terminal

struct OverviewPane: Pane {
  static let name = "overview"
  static let title = PhraseKey.paneOverview
  static let commands: [Command<OverviewPane>] = []
  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {}
}
