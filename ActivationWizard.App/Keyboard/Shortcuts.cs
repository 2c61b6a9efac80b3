namespace ActivationWizard.App.Keyboard;

/// <summary>Every key of the app, once: the sheet shows this table, and the script reads it from the sheet.</summary>
public static class Shortcuts
{
    public static readonly Shortcut Begin =
        new(["Enter"], ShortcutAct.None, () => KeysText.WhereBegin, () => KeysText.DoesBegin);

    public static readonly Shortcut Primary =
        new(["Control+Enter"], ShortcutAct.Press, () => KeysText.WhereCheck, () => KeysText.DoesPrimary);

    public static readonly Shortcut Search =
        new(["/"], ShortcutAct.Search, () => KeysText.WhereEverywhere, () => KeysText.DoesSearch);

    public static readonly Shortcut Commands =
        new(["Control+k"], ShortcutAct.OpenCommands, () => KeysText.WhereEverywhere, () => KeysText.DoesCommands);

    public static readonly Shortcut Sheet =
        new(["?"], ShortcutAct.OpenSheet, () => KeysText.WhereEverywhere, () => KeysText.DoesSheet);

    public static IReadOnlyList<Shortcut> All { get; } =
    [
        Begin,
        Primary,
        Search,
        Commands,
        new(["j", "ArrowDown"], ShortcutAct.NextRow, () => KeysText.WhereLists, () => KeysText.DoesNextRow),
        new(["k", "ArrowUp"], ShortcutAct.PreviousRow, () => KeysText.WhereLists, () => KeysText.DoesPreviousRow),
        new(["Escape"], ShortcutAct.None, () => KeysText.WhereDialog, () => KeysText.DoesClose),
        Sheet,
        InReplay(["Space"], () => KeysText.DoesPlay),
        InReplay(["ArrowLeft", "ArrowRight"], () => KeysText.DoesEvent),
        InReplay(["Shift+ArrowLeft", "Shift+ArrowRight"], () => KeysText.DoesMark),
        InReplay(["Home", "End"], () => KeysText.DoesEnds),
        InReplay(["1", "2", "4", "0"], () => KeysText.DoesSpeed),
        InReplay(["d"], () => KeysText.DoesChanges),
        InReplay(["c"], () => KeysText.DoesComment),
        InReplay(["f"], () => KeysText.DoesFill),
        InReplay(["l"], () => KeysText.DoesLink),
    ];

    private static Shortcut InReplay(string[] keys, Func<string> does) =>
        new(keys, ShortcutAct.None, () => KeysText.WhereReplay, does);
}
