using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Events;

/// <summary>The journal in a database: cases are opened, read and appended to, each by a class of its own.</summary>
public sealed class CaseJournal(CaseOpener opener, CaseReopener reopener, CaseReading reading, CaseAppender appender)
    : ICaseJournal
{
    /// <inheritdoc />
    public async Task<OpenedCase> OpenAsync(
        ActivationRequest request, Actor actor, string? intakeKey, CancellationToken cancellation)
    {
        var (number, opened) = await opener.OpenAsync(request, actor, intakeKey, cancellation);
        if (opened is not null)
            return new OpenedCase(number, opened, IsNew: true);
        var raw = await reading.ReadAsync(number, cancellation);
        return new OpenedCase(number, raw.Break is null ? raw.Case : null, IsNew: false);
    }

    /// <inheritdoc />
    public Task<(ActivationCase? Opened, ActivationCase Ended)> ReopenAsync(
        ActivationCase ended, ActivationRequest request, string reason, Actor actor, CancellationToken cancellation) =>
        reopener.ReopenAsync(ended, request, reason, actor, cancellation);

    /// <summary>
    /// As the port says. Throws <see cref="UnreadableCaseException"/> for a case that cannot be read or was tampered with.
    /// </summary>
    public async Task<ActivationCase?> LoadAsync(CaseNumber number, CancellationToken cancellation)
    {
        var raw = await reading.ReadAsync(number, cancellation);
        return raw.Break is null ? raw.Case : throw new UnreadableCaseException(raw.Break) { ErasedAt = raw.ErasedAt };
    }

    /// <inheritdoc />
    public Task<(AppendOutcome Outcome, ActivationCase Case)> AppendAsync(
        ActivationCase after, IReadOnlyList<CaseEvent> events, Actor actor, TenantClaim? claim, CancellationToken cancellation) =>
        appender.AppendAsync(after, events, actor, claim, cancellation);
}
