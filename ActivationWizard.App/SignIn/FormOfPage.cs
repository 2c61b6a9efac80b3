namespace ActivationWizard.App.SignIn;

/// <summary>
/// Of an endpoint that takes the form of a page: whoever sends it without a session is led to the sign-in, and from there to the
/// page. The form itself is gone: its answer is nobody's.
/// </summary>
internal sealed record FormOfPage(string Page);
