using ActivationWizard.App.Keyboard;
using ActivationWizard.App.Words;

namespace ActivationWizard.App.Shell;

/// <summary>One link of the main menu.</summary>
/// <param name="Href">Where it goes: an address of this app, with its leading slash.</param>
/// <param name="Text">What it is called on the screen.</param>
public sealed record NavEntry(string Href, string Text)
{
    /// <summary>How much there is to see; zero shows no figure.</summary>
    public int Count { get; init; }

    /// <summary>True where the addresses below it are another page's: a case is not the list of finished ones.</summary>
    public bool IsExact { get; init; }

    /// <summary>True for what stands out among the others.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>The key that goes there; null where there is none.</summary>
    public Shortcut? Shortcut { get; init; }

    /// <summary>What the list of commands calls it.</summary>
    public string Command { get; init; } = KeysText.CommandGoTo.With(Text);

    /// <summary>The page at this path, without its query, is the entry's own.</summary>
    public bool IsAt(string path) => path.Equals(Href, StringComparison.OrdinalIgnoreCase)
        || (!IsExact && path.StartsWith(Href + "/", StringComparison.OrdinalIgnoreCase));
}
