import Model
import Phrases

extension Report: Shown {
  static let form = PhraseKey.paneReports
}
