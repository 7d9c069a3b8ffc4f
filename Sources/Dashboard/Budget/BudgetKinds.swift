import Model
import Phrases

extension BudgetLine: Shown {
  static let form = PhraseKey.paneBudget
}
