package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"

	"plandiff/fixtures"
)

// The shell steps of the GitHub Action, the GitLab job of docs/ci.md and the pre-commit hooks are run here as their hosts would run
// them, with editions that have an error, with ones that have none, and with file names that try to be commands.

const root = "../.."

// plandiffBin makes a folder with this test's program under the name plandiff: see TestMain.
func plandiffBin(t *testing.T) string {
	t.Helper()
	exe, err := os.Executable()
	require.NoError(t, err)
	bin := filepath.Join(t.TempDir(), "plandiff-bin")
	require.NoError(t, os.Mkdir(bin, 0o755))
	require.NoError(t, os.Symlink(exe, filepath.Join(bin, "plandiff")))
	return bin
}

// project is a folder with editions as a project has them: 2025.yaml is clean against 2024.yaml, worse.yaml is not.
func project(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "editions"), 0o755))
	text := string(fixtures.Bytes(t, "editions/2025.yaml"))
	older := string(fixtures.Bytes(t, "editions/2024.yaml"))
	worse := strings.Replace(strings.Replace(text, "        label: イ\n", "", 1), "language: ja", "language:   ja", 1)
	require.Less(t, len(worse), len(text))
	for name, text := range map[string]string{"2024.yaml": older, "2025.yaml": text, "worse.yaml": worse} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "editions", name), []byte(text), 0o644))
	}
	// What the sample editions show on purpose is accepted, as docs/ci.md says.
	cmd := exec.Command(filepath.Join(plandiffBin(t), "plandiff"), "check", "editions/2025.yaml", "--against", "editions/2024.yaml", "--write-baseline")
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	return dir
}

// shell runs a script as a CI host does, and returns what it printed and its exit code.
func shell(t *testing.T, dir, script string, env map[string]string) (string, int) {
	t.Helper()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash on this machine")
	}
	cmd := exec.Command(bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
	cmd.Dir = dir
	cmd.Env = os.Environ()
	for k, v := range env {
		cmd.Env = append(cmd.Env, k+"="+v)
	}
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err = cmd.Run()
	if _, failed := err.(*exec.ExitError); err != nil && !failed {
		require.NoError(t, err)
	}
	return out.String(), cmd.ProcessState.ExitCode()
}

func loadYAML(t *testing.T, b []byte, v any) {
	t.Helper()
	d := yaml.NewDecoder(bytes.NewReader(b))
	d.KnownFields(true)
	require.NoError(t, d.Decode(v))
}

type action struct {
	Name, Description string
	Branding          map[string]string
	Inputs            map[string]struct {
		Description, Default string
		Required             bool
	}
	Runs struct {
		Using string
		Steps []struct {
			Name, Uses, Shell, Run string
			With, Env              map[string]string
		}
	}
}

var expression = regexp.MustCompile(`\$\{\{ *([a-z_.-]+) *\}\}`)

func TestGitHubAction(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(root, "action.yml"))
	require.NoError(t, err)
	var a action
	loadYAML(t, b, &a)
	require.Equal(t, "composite", a.Runs.Using)
	check := a.Runs.Steps[len(a.Runs.Steps)-1]
	for _, s := range a.Runs.Steps {
		assert.NotRegexp(t, expression, s.Run, "an expression in a script lets inputs become commands")
		assert.True(t, s.Uses != "" || s.Shell == "bash", s.Name)
	}
	for name := range a.Inputs {
		assert.Containsf(t, string(b), "${{ inputs."+name+" }}", "input %s reaches no step", name)
	}
	env := func(with map[string]string) map[string]string {
		out := map[string]string{"RUNNER_TEMP": filepath.Dir(plandiffBin(t))}
		for k, v := range check.Env {
			out[k] = expression.ReplaceAllStringFunc(v, func(e string) string {
				name := strings.TrimPrefix(expression.FindStringSubmatch(e)[1], "inputs.")
				input, known := a.Inputs[name]
				require.True(t, known, name)
				if v, ok := with[name]; ok {
					return v
				}
				return input.Default
			})
		}
		return out
	}
	dir := project(t)
	out, code := shell(t, dir, check.Run, env(map[string]string{"edition": "editions/2025.yaml", "against": "editions/2023.yaml\neditions/2024.yaml\n", "sarif": "plan.sarif"}))
	assert.Equal(t, 0, code, out)
	assert.Contains(t, out, "the older edition editions/2023.yaml is not there")
	assert.FileExists(t, filepath.Join(dir, "plan.sarif"))

	out, code = shell(t, dir, check.Run, env(map[string]string{"edition": "editions/worse.yaml", "against": "editions/2024.yaml", "sarif": "plan.sarif"}))
	assert.Equal(t, 1, code, out)
	assert.Contains(t, out, "::error file=editions/worse.yaml,line=")
	sarif, err := os.ReadFile(filepath.Join(dir, "plan.sarif"))
	require.NoError(t, err)
	assert.Contains(t, string(sarif), "label-missing")

	out, code = shell(t, dir, check.Run, env(map[string]string{"edition": "editions/worse.yaml", "fail-on": "never", "preset": "lenient", "today": "2025-01-01"}))
	assert.Equal(t, 0, code, out)

	for _, hostile := range []string{"$(touch pwned)", "a; touch pwned", "--write-baseline", "`touch pwned`"} {
		out, code = shell(t, dir, check.Run, env(map[string]string{"edition": hostile, "against": hostile, "fail-on": hostile}))
		assert.Equal(t, 2, code, out)
		assert.NoFileExists(t, filepath.Join(dir, "pwned"))
	}
}

// The step that builds does build, from the folder that the host names.
func TestGitHubActionBuilds(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	b, err := os.ReadFile(filepath.Join(root, "action.yml"))
	require.NoError(t, err)
	var a action
	loadYAML(t, b, &a)
	path, err := filepath.Abs(root)
	require.NoError(t, err)
	temp := t.TempDir()
	out, code := shell(t, temp, a.Runs.Steps[1].Run, map[string]string{"GITHUB_ACTION_PATH": path, "RUNNER_TEMP": temp})
	require.Equal(t, 0, code, out)
	out, code = shell(t, temp, `"$RUNNER_TEMP/plandiff-bin/plandiff" version`, map[string]string{"RUNNER_TEMP": temp})
	assert.Equal(t, 0, code)
	assert.Equal(t, tool+"\n", out)
}

var fenced = regexp.MustCompile("(?s)```yaml\n# (\\S+)\n(.*?)```")

// snippet is the YAML block of docs/ci.md for a file.
func snippet(t *testing.T, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(root, "docs", "ci.md"))
	require.NoError(t, err)
	for _, m := range fenced.FindAllSubmatch(b, -1) {
		if string(m[1]) == file {
			return m[2]
		}
	}
	require.Failf(t, "no snippet", "docs/ci.md has no block for %s", file)
	return nil
}

func TestGitLabSnippet(t *testing.T) {
	var jobs map[string]struct {
		Variables map[string]string
		Script    []string
		Artifacts struct {
			When    string
			Reports map[string]string
		}
	}
	loadYAML(t, snippet(t, ".gitlab-ci.yml"), &jobs)
	job := jobs["plan"]
	require.NotEmpty(t, job.Script)
	dir, bin := project(t), plandiffBin(t)
	env := func(edition string) map[string]string {
		return map[string]string{"PATH": bin + string(os.PathListSeparator) + os.Getenv("PATH"), "AGAINST": job.Variables["AGAINST"], "EDITION": edition}
	}
	out, code := shell(t, dir, strings.Join(job.Script, "\n"), env(job.Variables["EDITION"]))
	assert.Equal(t, 0, code, out)
	out, code = shell(t, dir, strings.Join(job.Script, "\n"), env("editions/worse.yaml"))
	assert.Equal(t, 1, code, out)
	for kind, file := range job.Artifacts.Reports {
		b, err := os.ReadFile(filepath.Join(dir, file))
		require.NoError(t, err, kind)
		assert.Contains(t, string(b), "label-missing", kind)
	}
}

func TestPreCommitHooks(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(root, ".pre-commit-hooks.yaml"))
	require.NoError(t, err)
	var hooks []struct {
		ID, Name, Description, Entry, Language, Files string
		PassFilenames                                 *bool `yaml:"pass_filenames"`
	}
	loadYAML(t, b, &hooks)
	var used struct {
		Repos []struct {
			Repo, Rev string
			Hooks     []struct {
				ID, Files string
				Args      []string
			}
		}
	}
	loadYAML(t, snippet(t, ".pre-commit-config.yaml"), &used)
	dir, bin := project(t), plandiffBin(t)
	env := map[string]string{"PATH": bin + string(os.PathListSeparator) + os.Getenv("PATH")}
	for _, u := range used.Repos[0].Hooks {
		for _, h := range hooks {
			if h.ID != u.ID {
				continue
			}
			files := ""
			if h.PassFilenames == nil {
				files = " editions/2024.yaml editions/2025.yaml"
			}
			command := h.Entry + " " + strings.Join(u.Args, " ") + files
			out, code := shell(t, dir, command, env)
			assert.Equal(t, 0, code, "%s: %s", command, out)
			out, code = shell(t, dir, strings.ReplaceAll(command, "2025", "worse"), env)
			assert.Equal(t, 1, code, "%s: %s", command, out)
		}
	}
	assert.Len(t, used.Repos[0].Hooks, len(hooks))
}

// The workflow of docs/ci.md uses inputs that the action has.
func TestWorkflowSnippet(t *testing.T) {
	var w struct {
		Jobs map[string]struct {
			Steps []struct {
				Uses string
				With map[string]string
			}
		}
	}
	require.NoError(t, yaml.Unmarshal(snippet(t, ".github/workflows/plan.yml"), &w))
	b, err := os.ReadFile(filepath.Join(root, "action.yml"))
	require.NoError(t, err)
	var a action
	loadYAML(t, b, &a)
	seen := false
	for _, s := range w.Jobs["plan"].Steps {
		if strings.Contains(s.Uses, "/plandiff@") {
			seen = true
			for name := range s.With {
				assert.Contains(t, a.Inputs, name)
			}
		}
	}
	assert.True(t, seen, "a step uses the action")
}

// The project checks its own sample editions with its own configuration and baseline, as its CI does; every entry of the
// baseline says why.
func TestOwnFixturesPass(t *testing.T) {
	bin := plandiffBin(t)
	for _, pair := range [][2]string{{"2023", "2024"}, {"2024", "2025"}} {
		out, code := shell(t, root, "plandiff check fixtures/editions/"+pair[1]+".yaml --against fixtures/editions/"+pair[0]+".yaml",
			map[string]string{"PATH": bin + string(os.PathListSeparator) + os.Getenv("PATH")})
		assert.Equal(t, 0, code, out)
		assert.Contains(t, out, " known")
	}
	b, err := os.ReadFile(filepath.Join(root, "fixtures", ".plandiff-baseline.yaml"))
	require.NoError(t, err)
	assert.Equal(t, strings.Count(string(b), "fingerprint:"), strings.Count(string(b), "reason: "))
}
