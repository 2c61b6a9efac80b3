#Requires -RunAsAdministrator
<#
.SYNOPSIS
Makes a Windows service of a published folder, under an account of its own, or gives it new settings.
.DESCRIPTION
The settings are lines Key=value, as in deploy/settings.env; lines that begin with # are left out. They become the environment
of the service, which only administrators can read. Run it again after a change of the settings.
.EXAMPLE
./windows-service.ps1 -Program "$env:ProgramFiles\ActivationWizard" -Settings settings.env -MasterKey master.key
#>
param(
    [Parameter(Mandatory)] [string] $Program,
    [Parameter(Mandatory)] [string] $Settings,
    [Parameter(Mandatory)] [string] $MasterKey,
    [string] $Data = "$env:ProgramData\ActivationWizard"
)
$ErrorActionPreference = 'Stop'
$name = 'ActivationWizard'
$account = "NT SERVICE\$name"
$secrets = "$Data-keys"

if (-not (Get-Service $name -ErrorAction SilentlyContinue)) {
    $command = "`"$Program\ActivationWizard.App.exe`" --contentRoot `"$Program`""
    sc.exe create $name binPath= $command start= auto obj= $account | Out-Null
    if ($LASTEXITCODE -ne 0) { throw 'The service could not be made.' }
    sc.exe description $name "Tenants' requests for an activation code" | Out-Null
    sc.exe failure $name reset= 86400 actions= restart/10000/restart/10000/restart/60000 | Out-Null
    sc.exe sidtype $name unrestricted | Out-Null
}

# Nobody but the service and administrators; the service may not change its program or its keys.
New-Item -ItemType Directory -Force $Data, $secrets | Out-Null
icacls.exe $Data /inheritance:r /grant:r "${account}:(OI)(CI)M" 'SYSTEM:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' | Out-Null
icacls.exe $secrets /inheritance:r /grant:r "${account}:(OI)(CI)R" 'SYSTEM:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' | Out-Null
icacls.exe $Program /grant:r "${account}:(OI)(CI)RX" | Out-Null
Copy-Item $MasterKey "$secrets\master.key"

$lines = Get-Content $Settings | Where-Object { $_ -match '^[A-Za-z_]+=' }
$environment = @($lines | ForEach-Object { $_ -replace '^([A-Za-z_]+)="(.*)"$', '$1=$2' }) + @(
    "Installation__DataFolder=$Data"
    "Journal__MasterKeyFile=$secrets\master.key"
)
$key = "HKLM:\SYSTEM\CurrentControlSet\Services\$name"
Set-ItemProperty $key -Name Environment -Type MultiString -Value $environment
# The environment of a service holds secrets: its key is closed as well.
$rights = Get-Acl $key
$rights.SetAccessRuleProtection($true, $false)
foreach ($who in 'NT AUTHORITY\SYSTEM', 'BUILTIN\Administrators') {
    $rights.AddAccessRule([System.Security.AccessControl.RegistryAccessRule]::new(
        $who, 'FullControl', 'ContainerInherit', 'None', 'Allow'))
}
Set-Acl $key $rights

Restart-Service $name
Get-Service $name
