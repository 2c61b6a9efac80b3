using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Sandbox.World;

/// <summary>How a recipient wants to be written to: <c>paper</c>, or <c>email</c> with an address.</summary>
internal sealed record PostexPreference(string Channel, string? Email);

/// <summary>A generator session: one letter on its way.</summary>
internal sealed class PostexSession
{
    public required string Id { get; init; }
    public string? Reference { get; init; }
    public string? Recipient { get; init; }
    public IReadOnlyList<string> Lines { get; init; } = [];
    public required DateTimeOffset Submitted { get; init; }
    public int Polls { get; set; }
    public bool Failed { get; set; }
}
