using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.Journal;

/// <summary>The events of a case, for tests that look at them one by one.</summary>
internal static class CaseEvents
{
    /// <summary>
    /// In order; empty when there is no such case. Throws <see cref="UnreadableCaseException"/> for one that is not as it was
    /// written.
    /// </summary>
    public static async Task<IReadOnlyList<RecordedEvent>> EventsAsync(
        this CaseReading reading, CaseNumber number, CancellationToken cancellation)
    {
        var raw = await reading.ReadAsync(number, cancellation);
        return raw.Break is null ? raw.Entries : throw new UnreadableCaseException(raw.Break);
    }
}
