internal import CEdit

/// Reads lines from a person at a terminal, with editing, history and completion by libedit.
///
/// Keys are those of Emacs unless `~/.editrc` says otherwise; Up and Down walk through history, Ctrl-R searches it. Ctrl-C
/// never ends the program while an editor lives. The terminal is as it was found whenever `read(prompt:)` is not running,
/// also when a signal ends the program in the middle of a line.
///
/// A class because it owns a C handle that has its address. Make one at a time, and use it on one thread.
public final class LineEditor {
  /// What came of asking for a line.
  public enum Input: Equatable, Sendable {
    /// A line without its line end; empty if only Enter was pressed.
    case line(String)
    /// Ctrl-C: the line was abandoned, and the cursor stands below it.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal is gone.
    case end
  }

  /// Gives what the text before the cursor may become; whole texts, not endings.
  ///
  /// The text is replaced by what all candidates begin with, and two or more are listed. Nothing is added to a candidate, so
  /// end it in a space if more must follow. Example: "/k" gives `["/kaart ", "/kern"]`.
  public var completions: (_ beforeCursor: String) -> [String] = { _ in [] }

  /// Asked four times a second while nothing is typed; what it returns is shown above the line, which stays as it is.
  ///
  /// Whole lines with their line ends; empty for nothing to tell.
  public var whileWaiting: (() -> String)?

  /// In milliseconds.
  static let waitingPeriod: Int32 = 250

  // These are shared with the callbacks that libedit makes; see LineEditor+Callbacks.
  let handle: OpaquePointer
  let stream: UnsafeMutableRawPointer
  var text = CellText()
  var keyboard = Keyboard()
  var isInterrupted = false
  /// The scalar that joins the character before the cursor, on its way from the keyboard to its command.
  var joining: Unicode.Scalar?
  var promptPieces: [PromptPiece] = []
  let promptBuffer = WideBuffer()
  var drawing = Drawing()
  var screenRepair = UTF8Repair()
  var caughtSignals: [Int32: SignalRelay.Caught] = [:]

  private let history: OpaquePointer
  private let file: HistoryFile?
  private let interruptSignal: SignalRelay.Caught?
  private let client: UnsafeMutablePointer<WeakEditor>
  private var lastEntry = ""

  /// Prepares standard input and output for editing.
  ///
  /// - Parameters:
  ///   - program: The name by which lines in `~/.editrc` can be meant for this program alone.
  ///   - historyFile: Where history is kept from one run to the next; made when the first line is added, together with its
  ///     folders, and readable by its owner alone. `nil` keeps none.
  ///   - historyLimit: How many lines to remember at most, 1 or more.
  public init(program: String = "doorvraag", historyFile: String? = nil, historyLimit: Int = 1000) {
    precondition(historyLimit > 0, "historyLimit must be greater than 0 (was \(historyLimit))")
    cedit_use_utf8()
    client = .allocate(capacity: 1)
    client.initialize(to: WeakEditor())
    // Unless it draws on the screen, libedit draws on this; see LineEditor+Drawing. Without memory nothing can be asked or
    // said, so there is no error to hand to anybody.
    guard let stream = cedit_open_stream(client, writeToScreen), let handle = cedit_init(program, stream),
      let history = history_winit()
    else { fatalError("libedit has no memory for an editor") }
    self.stream = stream
    self.handle = handle
    self.history = history
    file = historyFile.map { HistoryFile(path: $0, limit: historyLimit) }
    // While the program thinks, Ctrl-C must not end it either: the next one may come before the next prompt does.
    interruptSignal = SignalRelay.catch(SIGINT, evenIfIgnored: true)
    client.pointee.editor = self
    cedit_history_limit(history, Int32(clamping: historyLimit))
    for line in file?.load() ?? [] { remember(line) }
    cedit_set_client(handle, client)
    cedit_use_history(handle, history)
    cedit_set_reader(handle, readKey)
    cedit_set_prompt(handle, prompt)
    bindKeys()
  }

  deinit {
    client.pointee.editor = nil
    el_end(handle)
    history_wend(history)
    cedit_close_stream(stream)
    client.deinitialize(count: 1)
    client.deallocate()
    interruptSignal?.release()
  }

  /// Asks for one line.
  ///
  /// The prompt may contain escape sequences such as colours, which take no width, and line breaks, above which everything
  /// is printed as it is. Bytes that are not UTF-8 become U+FFFD. The line is not added to history; see `addToHistory(_:)`.
  public func read(prompt: String) -> Input {
    setPrompt(prompt)
    isInterrupted = false
    joining = nil
    _ = SignalRelay.take()
    for signal in [SIGTSTP, SIGCONT, SIGWINCH, SIGTERM, SIGHUP, SIGQUIT] {
      caughtSignals[signal] = SignalRelay.catch(signal)
    }
    defer {
      for caught in caughtSignals.values { caught.release() }
      caughtSignals = [:]
    }
    // A terminal that cannot move its cursor is left to libedit, and so is one where it was told not to edit.
    let isEditing = cedit_is_editing(handle) != 0
    drawing = Drawing()
    drawing.isOurs = isEditing && Self.canMoveCursor
    // libedit itself does this after it has shown the prompt: keys pressed in between would be echoed twice.
    if isEditing { cedit_prepare_terminal(handle, 1) }
    var count: Int32 = 0
    let result = el_wgets(handle, &count)
    let cells = result.map { WideBuffer.scalars($0, count: Int(count)) } ?? []
    if isInterrupted {
      if drawing.isOurs { leaveDrawing() }
      return .interrupted
    }
    guard !cells.isEmpty else {
      leaveDrawing()
      return .end
    }
    let line = cells.last == "\n" ? cells.dropLast() : cells[...]
    if drawing.isOurs {
      draw(Array(line), cursor: line.count)
      leaveDrawing()
    }
    return .line(text.text(of: line))
  }

  /// Makes a line the newest in history, unless it already is; false if the history file could not be written.
  ///
  /// Empty lines are not kept. Line breaks become spaces.
  @discardableResult
  public func addToHistory(_ line: String) -> Bool {
    let line = HistoryFile.cleaned(line)
    guard !line.isEmpty else { return true }
    if line != lastEntry { remember(line) }
    return file?.append(line) ?? true
  }

  private func remember(_ line: String) {
    lastEntry = line
    WideBuffer.with(text.cells(of: line)) { cedit_history_enter(history, $0) }
  }
}

/// What C holds: a way to the editor that does not keep it alive.
struct WeakEditor {
  // Safe, because the editor clears it before it goes, and a weak one could not be followed from a callback in `deinit`.
  unowned(unsafe) var editor: LineEditor?
}
