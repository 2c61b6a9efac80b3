namespace ActivationWizard.Integrations.Http;

/// <summary>
/// While it is not disposed, who asks tells of what gets no answer, with what it was for: the calls of this flow then write no
/// line of their own.
/// </summary>
public sealed class CallerTells : IDisposable
{
    private static readonly AsyncLocal<bool> Current = new();

    private readonly bool _before = Current.Value;

    /// <summary>From now on.</summary>
    public CallerTells() => Current.Value = true;

    /// <summary>True within one.</summary>
    internal static bool IsSo => Current.Value;

    public void Dispose() => Current.Value = _before;
}
