namespace ActivationWizard.Integrations.Http;

/// <summary>
/// Lets nothing but questions out while the wizard is tried out, whoever asks. Outside every attempt: a refusal is no outage.
/// </summary>
internal sealed class TrialGuard(TrialRun trial) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        trial.IsOn && request.Method != HttpMethod.Get
            ? throw new TrialRunException()
            : base.SendAsync(request, cancellationToken);
}

/// <summary>Something was to be written to a system while the wizard is tried out.</summary>
internal sealed class TrialRunException() : HttpRequestException("The wizard is tried out: nothing is written.");
