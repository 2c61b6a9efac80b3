namespace ActivationWizard.Integrations.Sandbox.Faults;

/// <summary>What can go wrong with a call. In JSON: the same words in lower case with hyphens, <c>timeout-after</c>.</summary>
public enum FaultKind
{
    /// <summary>The call is carried out and answered, but only after <see cref="FaultRule.Delay"/>.</summary>
    Delay,

    /// <summary>Nothing happens and no answer ever comes.</summary>
    TimeoutBefore,

    /// <summary>The effect happens; no answer ever comes.</summary>
    TimeoutAfter,

    /// <summary>429, nothing happened; see <see cref="FaultRule.RetryAfter"/>.</summary>
    TooManyRequests,

    /// <summary>500 (or <see cref="FaultRule.Status"/>), nothing happened.</summary>
    ErrorBefore,

    /// <summary>500 (or <see cref="FaultRule.Status"/>), but the effect happened.</summary>
    ErrorAfter,

    /// <summary>The connection is reset, nothing happened.</summary>
    ResetBefore,

    /// <summary>The effect happened, then the connection is reset.</summary>
    ResetAfter,

    /// <summary>Half the answer, then the connection is reset.</summary>
    HalfBody,

    /// <summary>The answer a byte at a time, with <see cref="FaultRule.Delay"/> (default a second) between.</summary>
    SlowDrip,

    /// <summary>The right status, with a body that is not JSON.</summary>
    MalformedJson,

    /// <summary>200 with an HTML page that asks to sign in.</summary>
    LoginPage,

    /// <summary>The answer is about another party, customer, account, recipient or reference.</summary>
    WrongSubject,

    /// <summary>The first item of a list is there twice; the answer of a single object stays.</summary>
    Duplicate,

    /// <summary>
    /// 503 at once (or silence: <see cref="FaultRule.Status"/> 0); the effect happens after <see cref="FaultRule.Delay"/>.
    /// </summary>
    LateEffect,

    /// <summary>401 without a body.</summary>
    Unauthorized,

    /// <summary>403 without a body.</summary>
    Forbidden,

    /// <summary>404 with an HTML page, as a proxy gives it.</summary>
    NotFoundHtml,

    /// <summary>409 in the system's own error shape.</summary>
    Conflict,

    /// <summary>Codes in <see cref="FaultRule.Fields"/> (default <c>status</c>) are ones nobody knows.</summary>
    UnknownCode,

    /// <summary>The properties in <see cref="FaultRule.Fields"/> (default <c>status</c>) are left out.</summary>
    MissingFields,

    /// <summary>The answer is longer than 1 MiB.</summary>
    Oversize,

    /// <summary>The answer is nested deeper than 32.</summary>
    TooDeep,

    /// <summary>302 to a page elsewhere on this server.</summary>
    Redirect,

    /// <summary>Umbrella makes the code, but mails it to nobody: <c>verzonden</c> false.</summary>
    NotSent,

    /// <summary>Umbrella refuses activation by mail: 422 <c>emailadres-in-gebruik</c>.</summary>
    EmailInUse,

    /// <summary>The Postex session ends with status error, in an answer of 200.</summary>
    SessionError,
}

/// <summary>What a fault makes the system itself do differently, rather than the line.</summary>
internal enum Twist
{
    None,
    NotSent,
    EmailInUse,
    SessionError,
}
