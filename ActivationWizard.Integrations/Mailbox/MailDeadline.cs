namespace ActivationWizard.Integrations.Mailbox;

/// <summary>The end of one exchange: the caller's own, or the most that all its steps together may take.</summary>
internal sealed class MailDeadline : IDisposable
{
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _either;

    public MailDeadline(TimeSpan most, TimeProvider time, CancellationToken caller)
    {
        _limit = new CancellationTokenSource(most, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(caller, _limit.Token);
    }

    public CancellationToken Token => _either.Token;

    public void Dispose()
    {
        _either.Dispose();
        _limit.Dispose();
    }
}
