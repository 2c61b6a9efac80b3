namespace ActivationWizard.App.Hosting;

/// <summary>What an installation is: the section <c>Installation</c> of the settings, as it was written.</summary>
public sealed class InstallationOptions
{
    public const string Section = "Installation";

    /// <summary><c>Demo</c> or <c>Production</c>. Default Demo.</summary>
    public string Mode { get; set; } = nameof(InstallationMode.Demo);

    /// <summary>What must outlive the process is kept here; relative to the content root. Default <c>data</c>.</summary>
    public string DataFolder { get; set; } = "data";
}

/// <summary>A demonstration on this machine, or the real thing. It never changes during an installation's life.</summary>
public enum InstallationMode
{
    Demo,
    Production,
}

/// <summary>The installation that is running.</summary>
/// <param name="Mode">What it is for.</param>
/// <param name="DataFolder">A full path that exists and can be written.</param>
public sealed record Installation(InstallationMode Mode, string DataFolder)
{
    public bool IsDemo => Mode == InstallationMode.Demo;
}
