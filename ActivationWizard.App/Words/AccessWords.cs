using System.Globalization;

namespace ActivationWizard.App.Words;

/// <summary>Who looked at what, and why, in words for people.</summary>
public static class AccessWords
{
    /// <summary>What somebody did, after the name: <c>opende de zaak</c>.</summary>
    public static string Kind(Enum kind) => AccessText.ResourceManager.Word($"Kind{kind}");

    /// <summary>On what ground.</summary>
    public static string Ground(Enum ground) => AccessText.ResourceManager.Word($"Ground{ground}");

    /// <summary>A reason of the list, as it is chosen.</summary>
    public static string Reason(Enum reason) => AccessText.ResourceManager.Word($"Reason{reason}");

    /// <summary>The reason with what was said beside it; null for no reason.</summary>
    public static string? Because(Enum? reason, string? note) => (reason, note) switch
    {
        (null, _) => null,
        (_, null) => Reason(reason),
        _ => AccessText.Because.With(Reason(reason), note),
    };

    /// <summary>What a search went by, or the form of a file, which is called the same everywhere; null for null.</summary>
    public static string? Detail(string? detail) =>
        detail is null ? null : AccessText.ResourceManager.GetString($"By{detail}", CultureInfo.CurrentUICulture) ?? detail;

    /// <summary>What is wrong with a reason.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="longest">How many characters fit.</param>
    public static string Fault(Enum fault, int longest) => AccessText.ResourceManager.Word($"Fault{fault}").With(longest);
}
