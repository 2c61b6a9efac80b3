namespace ActivationWizard.Domain.Values;

/// <summary>The way a request came in.</summary>
public enum Channel
{
    Website,
    Mailbox,
    Phone,
    Counter,
}
