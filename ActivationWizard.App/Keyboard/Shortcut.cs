namespace ActivationWizard.App.Keyboard;

/// <summary>
/// What the page's script does on a key. Where it has nothing to do, the browser or the player of a replay does it.
/// </summary>
public enum ShortcutAct
{
    None,

    /// <summary>Presses the button or follows the link that carries the key in <c>aria-keyshortcuts</c>.</summary>
    Press,
    Search,
    NextRow,
    PreviousRow,
    OpenCommands,
    OpenSheet,
}

/// <summary>One line of the sheet of keys.</summary>
/// <param name="Keys">As <c>aria-keyshortcuts</c> names them; each does the same.</param>
/// <param name="Act">What the script does.</param>
/// <param name="Where">The screens on which it works, in words.</param>
/// <param name="Does">What it does, in words.</param>
public sealed record Shortcut(IReadOnlyList<string> Keys, ShortcutAct Act, Func<string> Where, Func<string> Does)
{
    /// <summary>For <c>aria-keyshortcuts</c>; null where the key is the browser's own.</summary>
    public string? Announced => Act is ShortcutAct.None ? null : string.Join(' ', Keys);

    /// <summary>As it stands on a button.</summary>
    public string Shown => KeyWords.Of(Keys[0]);
}
