@echo off
rem Starts ELBO Room. JAVA_HOME chooses the Java (17 or newer), ELBO_ROOM_OPTS adds options to it.
setlocal
set "HOME_DIR=%~dp0.."
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
if not defined OMP_NUM_THREADS set OMP_NUM_THREADS=1
"%JAVA%" -Xmx2g "-Delboroom.home=%HOME_DIR%" --module-path "%HOME_DIR%\lib\javafx" --add-modules javafx.controls --add-exports javafx.graphics/com.sun.glass.ui=ALL-UNNAMED %ELBO_ROOM_OPTS% -cp "%HOME_DIR%\lib\*" elboroom.cli.Main %*
exit /b %ERRORLEVEL%
