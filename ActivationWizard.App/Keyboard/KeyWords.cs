namespace ActivationWizard.App.Keyboard;

/// <summary>Keys as they are printed on a keyboard.</summary>
public static class KeyWords
{
    public static string Of(string key) => string.Join('+', key.Split('+').Select(Part));

    private static string Part(string part) => part switch
    {
        "Control" => "Ctrl",
        "Escape" => "Esc",
        "ArrowUp" => "↑",
        "ArrowDown" => "↓",
        "ArrowLeft" => "←",
        "ArrowRight" => "→",
        "Space" => KeysText.Space,
        _ => part.Length is 1 ? part.ToUpperInvariant() : part,
    };
}
