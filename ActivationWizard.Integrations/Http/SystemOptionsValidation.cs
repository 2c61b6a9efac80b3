using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Http;

/// <summary>Refuses to start with settings that cannot work. Messages name the key and never show its value.</summary>
internal abstract class SystemOptionsValidation<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : SystemOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        List<string> wrong = [.. Common(options).Concat(OwnFailures(options))];
        return wrong.Count is 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    /// <summary>What is wrong with the settings that only this system has; empty when they will do.</summary>
    protected abstract IEnumerable<string> OwnFailures(TOptions options);

    /// <summary>A failure that names the key.</summary>
    protected string Wrong(string key, string what) => $"{section}:{key} {what}";

    /// <summary>Set, and fit to be the value of a header: printable ASCII without spaces.</summary>
    protected static bool IsHeaderText(string? value) =>
        value is { Length: > 0 and <= 4096 } && value.All(one => one is > ' ' and <= '~');

    private IEnumerable<string> Common(TOptions options)
    {
        if (options.Mode is not null && !Enum.IsDefined(options.Mode.Value))
            yield return Wrong(nameof(options.Mode), "must be Http, Sandbox or Manual.");
        if (options.Mode is SystemMode.Sandbox && options.BaseAddress is null)
            yield return Wrong(nameof(options.BaseAddress), "must be set, because no sandbox runs in this installation.");
        if (options.Mode is SystemMode.Http && !MayBeCalled(options.BaseAddress))
            yield return Wrong(nameof(options.BaseAddress), "must be https, without query or user (http on loopback only).");
        if (options.AttemptTimeoutSeconds is not (>= 0.05 and <= 600))
            yield return Wrong(nameof(options.AttemptTimeoutSeconds), "must be from 0.05 to 600.");
        if (options.TimeoutSeconds is not (>= 0.05 and <= 3600) || options.TimeoutSeconds < options.AttemptTimeoutSeconds)
            yield return Wrong(nameof(options.TimeoutSeconds), "must be from AttemptTimeoutSeconds to 3600.");
        if (options.Retries is not (>= 0 and <= 10))
            yield return Wrong(nameof(options.Retries), "must be from 0 to 10.");
        if (options.RetryPauseSeconds is not (>= 0 and <= 60))
            yield return Wrong(nameof(options.RetryPauseSeconds), "must be from 0 to 60.");
        if (options.RetryAfterCapSeconds is not (>= 0 and <= 600))
            yield return Wrong(nameof(options.RetryAfterCapSeconds), "must be from 0 to 600.");
        if (options.CircuitMinimumCalls is not (>= 2 and <= 10_000))
            yield return Wrong(nameof(options.CircuitMinimumCalls), "must be from 2 to 10000.");
        if (options.CircuitBreakSeconds is not (>= 0.5 and <= 3600))
            yield return Wrong(nameof(options.CircuitBreakSeconds), "must be from 0.5 to 3600.");
    }

    private static bool MayBeCalled(Uri? address) =>
        address is { IsAbsoluteUri: true, Query: "", Fragment: "", UserInfo: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
