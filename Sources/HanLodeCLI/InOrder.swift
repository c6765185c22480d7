/// Work on many things at once, with the results in the order of the things.
enum InOrder {
    /// Runs `work` for each of `inputs` on up to `width` tasks and hands each result to `emit` in the order of the
    /// inputs. No more than twice `width` results wait for their turn, however long one input takes.
    static func run<Element: Sendable, Result: Sendable>(
        _ inputs: [Element], width: Int, work: @escaping @Sendable (Element) -> Result, emit: (Int, Result) -> Void
    ) async {
        await withTaskGroup(of: (Int, Result).self) { group in
            var started = 0
            var emitted = 0
            var waiting: [Int: Result] = [:]
            while emitted < inputs.count {
                while started < inputs.count, started - emitted < 2 * width, started - emitted - waiting.count < width {
                    let index = started
                    let input = inputs[index]
                    group.addTask { (index, work(input)) }
                    started += 1
                }
                if let result = waiting.removeValue(forKey: emitted) {
                    emit(emitted, result)
                    emitted += 1
                } else if let (index, result) = await group.next() {
                    waiting[index] = result
                }
            }
        }
    }
}
