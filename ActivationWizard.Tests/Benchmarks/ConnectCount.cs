using System.Diagnostics.Tracing;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>Counts every connection that this process begins, as the runtime's sockets tell it, whoever asked for it.</summary>
internal sealed class ConnectCount : EventListener
{
    private int _begun;

    /// <summary>How many so far.</summary>
    public int Begun => Volatile.Read(ref _begun);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Sockets")
            EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName is "ConnectStart")
            Interlocked.Increment(ref _begun);
    }
}
